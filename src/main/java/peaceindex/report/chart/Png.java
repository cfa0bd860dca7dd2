package peaceindex.report.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Pictures as PNG (ISO/IEC 15948), 8 bits a colour, no filter: charts are large fields of one
 * colour with sharp edges, for which looking for a filter takes longer than all the packing and
 * gains nothing.
 */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] EIGHT_BITS_OF_RGB = {8, 2, 0, 0, 0};

  /** The usual 6 takes twice as long for a seventh of the size, 9 eight times for a fifth. */
  private static final int EFFORT = 3;

  /** How many rows are packed at a time. */
  private static final int BATCH = 32;

  private Png() {}

  /**
   * The file of a picture.
   *
   * @param picture of type {@link BufferedImage#TYPE_INT_RGB}
   */
  static byte[] of(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
    out.writeBytes(SIGNATURE);
    chunk(
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(picture.getWidth())
            .putInt(picture.getHeight())
            .put(EIGHT_BITS_OF_RGB)
            .array(),
        out);
    chunk("IDAT", rows(picture), out);
    chunk("IEND", new byte[0], out);
    return out.toByteArray();
  }

  /** All rows, each after a 0 for no filter. */
  private static byte[] rows(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
    Deflater deflater = new Deflater(EFFORT);
    try (DeflaterOutputStream packer = new DeflaterOutputStream(out, deflater, 1 << 16)) {
      int width = picture.getWidth();
      int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
      int size = 1 + 3 * width;
      byte[] rows = new byte[BATCH * size];
      int end = 0;
      for (int from = 0; from < pixels.length; from += width) {
        if (end == rows.length) {
          packer.write(rows, 0, end);
          end = 0;
        }
        if (end > 0 && Arrays.equals(pixels, from - width, from, pixels, from, from + width)) {
          System.arraycopy(rows, end - size, rows, end, size);
        } else {
          row(pixels, from, width, rows, end + 1);
        }
        end += size;
      }
      packer.write(rows, 0, end);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  private static void row(int[] pixels, int from, int width, byte[] rows, int at) {
    for (int pixel = from; pixel < from + width; pixel++) {
      int rgb = pixels[pixel];
      rows[at] = (byte) (rgb >> 16);
      rows[at + 1] = (byte) (rgb >> 8);
      rows[at + 2] = (byte) rgb;
      at += 3;
    }
  }

  private static void chunk(String type, byte[] content, ByteArrayOutputStream out) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    out.writeBytes(name);
    out.writeBytes(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
