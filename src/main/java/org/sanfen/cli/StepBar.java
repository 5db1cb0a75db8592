package org.sanfen.cli;

import java.io.PrintStream;

/** A line that goes along where somebody looks on, and a word a step where the output is a file. */
final class StepBar {
    private static final int WIDTH = 30;
    private final PrintStream out;
    private final boolean alive = System.console() != null;
    private String step = "";

    StepBar(PrintStream out) {
        this.out = out;
    }

    void show(String now, long done, long total) {
        if (alive) {
            int full = total <= 0 ? 0 : (int) Math.min(WIDTH, WIDTH * done / total);
            out.printf("\r%-10s [%s%s] %,d ", now, "#".repeat(full), ".".repeat(WIDTH - full), done);
        } else if (!now.equals(step)) {
            out.println(Character.toUpperCase(now.charAt(0)) + now.substring(1));
        }
        step = now;
    }

    void end() {
        if (alive) {
            out.print("\r" + " ".repeat(WIDTH + 30) + "\r");
        }
        step = "";
    }
}
