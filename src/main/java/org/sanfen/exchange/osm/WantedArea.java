package org.sanfen.exchange.osm;

/** Which boundary an import is clipped to; it may become known only while the file is already being read. */
public interface WantedArea {

    /** True if {@link #name} answers at once. */
    boolean isKnown();

    /** Name or id of the boundary; null for the box of the extract. Waits until that is known. */
    String name();

    /** One that is known from the beginning. */
    static WantedArea of(String name) {
        return new WantedArea() {
            @Override
            public boolean isKnown() {
                return true;
            }

            @Override
            public String name() {
                return name;
            }
        };
    }
}
