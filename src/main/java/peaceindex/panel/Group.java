package peaceindex.panel;

import peaceindex.problem.Text;

/** Units that are ranked among themselves as well, such as towns and subdistricts. */
public record Group(String id, Text name) {}
