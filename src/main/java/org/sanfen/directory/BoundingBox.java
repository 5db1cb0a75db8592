package org.sanfen.directory;

/**
 * A box of longitudes and latitudes, WGS-84 degrees; its edges belong to it.
 *
 * @param west -180 to 180; larger than {@code east} if the box crosses the 180th meridian
 * @param south -90 to {@code north}
 * @param east -180 to 180
 * @param north to 90
 */
record BoundingBox(double west, double south, double east, double north) {

    BoundingBox {
        if (!(west >= -180 && west <= 180 && east >= -180 && east <= 180)) {
            throw new IllegalArgumentException("longitudes lie between -180 and 180");
        }
        if (!(south >= -90 && north <= 90)) {
            throw new IllegalArgumentException("latitudes lie between -90 and 90");
        }
        if (south > north) {
            throw new IllegalArgumentException("its south edge lies north of its north edge");
        }
    }

    boolean crosses180() {
        return west > east;
    }

    /** @param text west,south,east,north */
    static BoundingBox parse(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("it has " + parts.length + " numbers, not 4");
        }
        double[] edges = new double[4];
        for (int i = 0; i < 4; i++) {
            try {
                edges[i] = Double.parseDouble(parts[i].strip());
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException("\"" + parts[i] + "\" is not a number", notANumber);
            }
        }
        return new BoundingBox(edges[0], edges[1], edges[2], edges[3]);
    }
}
