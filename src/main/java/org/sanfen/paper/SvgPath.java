package org.sanfen.paper;

import java.awt.geom.Path2D;

/** Reads the path data of our own drawings: M, L, H, V, C and Z, absolute or relative, numbers parted by blanks or signs. */
final class SvgPath {

    private final String data;
    private final Path2D.Double path;
    private int at;
    private double x;
    private double y;

    private SvgPath(String data, boolean evenOdd) {
        this.data = data;
        this.path = new Path2D.Double(evenOdd ? Path2D.WIND_EVEN_ODD : Path2D.WIND_NON_ZERO);
    }

    static Path2D read(String data, boolean evenOdd) {
        SvgPath reader = new SvgPath(data, evenOdd);
        char command = 'M';
        while (reader.hasMore()) {
            char next = data.charAt(reader.at);
            if (Character.isLetter(next)) {
                command = next;
                reader.at++;
            }
            reader.step(command);
            if (command == 'M' || command == 'm') {
                command = command == 'M' ? 'L' : 'l'; // further pairs are lines
            }
        }
        return reader.path;
    }

    private void step(char command) {
        boolean relative = Character.isLowerCase(command);
        switch (Character.toUpperCase(command)) {
            case 'M', 'L' -> {
                x = number() + (relative ? x : 0);
                y = number() + (relative ? y : 0);
            }
            case 'H' -> x = number() + (relative ? x : 0);
            case 'V' -> y = number() + (relative ? y : 0);
            case 'Z' -> {
                path.closePath();
                x = path.getCurrentPoint().getX();
                y = path.getCurrentPoint().getY();
                return;
            }
            case 'C' -> {
                double fromX = relative ? x : 0;
                double fromY = relative ? y : 0;
                double x1 = number() + fromX;
                double y1 = number() + fromY;
                double x2 = number() + fromX;
                double y2 = number() + fromY;
                x = number() + fromX;
                y = number() + fromY;
                path.curveTo(x1, y1, x2, y2, x, y);
                return;
            }
            default ->
                throw new IllegalArgumentException("The path command " + command + " at " + at + " is not drawn");
        }
        if (Character.toUpperCase(command) == 'M') {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }

    private boolean hasMore() {
        while (at < data.length() && (data.charAt(at) <= ' ' || data.charAt(at) == ',')) {
            at++;
        }
        return at < data.length();
    }

    private double number() {
        hasMore();
        int from = at;
        while (at < data.length()) {
            char c = data.charAt(at);
            boolean sign = (c == '-' || c == '+') && at == from;
            if (!sign && c != '.' && (c < '0' || c > '9')) {
                break;
            }
            at++;
        }
        return Double.parseDouble(data.substring(from, at));
    }
}
