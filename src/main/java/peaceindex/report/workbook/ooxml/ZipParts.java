package peaceindex.report.workbook.ooxml;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A zip file, part by part. The bytes of a part are packed in pieces, each for itself, as many at a
 * time as there are processors; one after the other they are one stream, as every flush ends on a
 * byte. Where a piece ends depends on the content alone, and so does every byte of the file, which
 * has no time of day in it.
 *
 * <p>Sizes are written back into the head of a part once they are known, so that readers that go
 * through from the front need no other mark.
 */
final class ZipParts implements Closeable {
  /** Bytes of a part that are packed together: large enough to be packed well. */
  static final int PIECE = 1 << 18;

  /** Room for a piece, which ends with a row. */
  static final int BUFFER = PIECE + (1 << 14);

  /** How hard to pack: the usual 6 takes three times as long for a fifth less of such XML. */
  private static final int LEVEL = Deflater.BEST_SPEED;

  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int VERSION = 20;
  private static final int UTF_8 = 1 << 11;
  private static final int DEFLATED = 8;

  /** Midnight of the first of January 2000, as MS-DOS writes days. */
  private static final int DAY = (2000 - 1980) << 9 | 1 << 5 | 1;

  private static final int LOCAL_BYTES = 30;
  private static final int CENTRAL_BYTES = 46;
  private static final int END_BYTES = 22;

  /** Where checksum and sizes stand in the head of a part. */
  private static final int SUMS_AT = 14;

  private static final long MOST_BYTES = 0xFFFFFFFFL;

  private record Part(byte[] name, long at, int sum, long packed, long size) {}

  private final RandomAccessFile file;
  private final List<Part> parts = new ArrayList<>();
  private final Deque<Future<byte[]>> packing = new ArrayDeque<>();
  private final Packers packers = new Packers();
  private final CRC32 sum = new CRC32();
  private byte[] name = {};
  private long at;
  private long size;
  private long packed;
  private long position;

  ZipParts(Path path) throws IOException {
    this.file = new RandomAccessFile(path.toFile(), "rw");
    file.setLength(0);
  }

  /** Writes a whole part. */
  void part(String partName, XmlBytes content) throws IOException {
    begin(partName);
    end(content);
  }

  /** Begins a part that is written in pieces. */
  void begin(String partName) throws IOException {
    name = partName.getBytes(StandardCharsets.UTF_8);
    at = position;
    sum.reset();
    size = 0;
    packed = 0;
    write(local(0, 0, 0));
  }

  /** Takes a piece of the part, which is empty again afterwards. */
  void piece(XmlBytes content) throws IOException {
    int length = content.size();
    count(content.bytes(), length);
    packing.add(packers.pack(content.exchange(packers.buffer()), length));
    while (packing.size() > packers.most()) {
      writeNext();
    }
  }

  /** Takes the last piece and ends the part. */
  void end(XmlBytes content) throws IOException {
    count(content.bytes(), content.size());
    while (!packing.isEmpty()) {
      writeNext();
    }
    packed(packers.packHere(content.bytes(), content.size()));
    content.clear();
    if (size > MOST_BYTES || position > MOST_BYTES) {
      throw new IOException("more than a zip file can hold");
    }
    int crc = (int) sum.getValue();
    file.seek(at + SUMS_AT);
    file.write(local(crc, packed, size), SUMS_AT, 12);
    file.seek(position);
    parts.add(new Part(name, at, crc, packed, size));
  }

  private void count(byte[] bytes, int length) {
    sum.update(bytes, 0, length);
    size += length;
  }

  private void writeNext() throws IOException {
    try {
      packed(packing.remove().get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private void packed(byte[] bytes) throws IOException {
    packed += bytes.length;
    write(bytes);
  }

  private void write(byte[] bytes) throws IOException {
    file.write(bytes);
    position += bytes.length;
  }

  private byte[] local(int crc, long packedSize, long wholeSize) {
    Header head = new Header(LOCAL_BYTES + name.length).int4(LOCAL);
    common(head, crc, packedSize, wholeSize, name.length);
    return head.put(name).bytes;
  }

  /** What the head of a part and its line in the directory have alike. */
  private static void common(Header out, int crc, long packedSize, long size, int nameLength) {
    out.int2(VERSION).int2(UTF_8).int2(DEFLATED).int2(0).int2(DAY);
    out.int4(crc).int4((int) packedSize).int4((int) size);
    out.int2(nameLength).int2(0);
  }

  /** What stands before a part or in the directory: numbers with their lowest byte first. */
  private static final class Header {
    final byte[] bytes;
    private int at;

    Header(int size) {
      this.bytes = new byte[size];
    }

    Header int2(int number) {
      bytes[at++] = (byte) number;
      bytes[at++] = (byte) (number >> 8);
      return this;
    }

    Header int4(int number) {
      return int2(number).int2(number >> 16);
    }

    Header put(byte[] more) {
      System.arraycopy(more, 0, bytes, at, more.length);
      at += more.length;
      return this;
    }
  }

  /**
   * Writes the directory. Only now the file is one; whoever breaks off leaves what no one opens.
   */
  void finish() throws IOException {
    long directory = position;
    for (Part part : parts) {
      Header line = new Header(CENTRAL_BYTES + part.name.length);
      line.int4(CENTRAL).int2(VERSION);
      common(line, part.sum, part.packed, part.size, part.name.length);
      line.int2(0).int2(0).int2(0).int4(0);
      line.int4((int) part.at).put(part.name);
      write(line.bytes);
    }
    Header end = new Header(END_BYTES);
    end.int4(END).int2(0).int2(0).int2(parts.size()).int2(parts.size());
    end.int4((int) (position - directory)).int4((int) directory).int2(0);
    write(end.bytes);
  }

  @Override
  public void close() throws IOException {
    packers.close();
    file.close();
  }

  /** Those who pack: threads that begin with the second piece, so that small files have none. */
  private static final class Packers {
    private final int processors = Runtime.getRuntime().availableProcessors();
    private final java.util.concurrent.BlockingQueue<FutureTask<byte[]>> work =
        new java.util.concurrent.LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Deflater here = new Deflater(LEVEL, true);
    private byte[] room = new byte[PIECE];
    private boolean several;

    /** Buffers and packers of pieces that are done, to be used again. */
    private final Queue<byte[]> buffers = new ConcurrentLinkedQueue<>();

    private final Queue<Deflater> deflaters = new ConcurrentLinkedQueue<>();

    /** So many pieces wait at most, so that memory is bounded. */
    int most() {
      return 2 * processors;
    }

    /** A buffer for the next piece. */
    byte[] buffer() {
      byte[] known = buffers.poll();
      return known == null ? new byte[BUFFER] : known;
    }

    /** Packs the first bytes of a buffer, which nobody else uses from now on. */
    Future<byte[]> pack(byte[] piece, int length) {
      FutureTask<byte[]> task = new FutureTask<>(() -> packPiece(piece, length));
      if (!several) {
        several = true;
        task.run();
        return task;
      }
      work.add(task);
      if (threads.size() < processors) {
        Thread thread = new Thread(this::run, "packer");
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
      }
      return task;
    }

    private void run() {
      try {
        while (true) {
          work.take().run();
        }
      } catch (InterruptedException e) {
        // The file is done, or given up.
      }
    }

    private byte[] packPiece(byte[] piece, int size) {
      Deflater known = deflaters.poll();
      Deflater deflater = known == null ? new Deflater(LEVEL, true) : known;
      deflater.setInput(piece, 0, size);
      byte[] packed = new byte[size / 4 + 64];
      int length = 0;
      int more = deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
      while (more == packed.length - length) {
        length += more;
        packed = Arrays.copyOf(packed, packed.length * 2);
        more = deflater.deflate(packed, length, packed.length - length, Deflater.SYNC_FLUSH);
      }
      deflater.reset();
      deflaters.add(deflater);
      buffers.add(piece);
      return Arrays.copyOf(packed, length + more);
    }

    byte[] packHere(byte[] bytes, int size) {
      here.reset();
      here.setInput(bytes, 0, size);
      here.finish();
      int length = 0;
      while (!here.finished()) {
        length += here.deflate(room, length, room.length - length);
        if (length == room.length) {
          room = Arrays.copyOf(room, room.length * 2);
        }
      }
      return Arrays.copyOf(room, length);
    }

    void close() {
      here.end();
      threads.forEach(Thread::interrupt);
      deflaters.forEach(Deflater::end);
    }
  }
}
