package org.sanfen.sign;

import java.util.Optional;

/** Sizes of a sign; a sheet of A4 holds four or two of them. */
enum SignSize {
    A5("148mm 210mm", "297mm 210mm", 2),
    A6("105mm 148mm", "210mm 297mm", 4);

    private final String page;
    private final String sheet;
    private final int onSheet;

    SignSize(String page, String sheet, int onSheet) {
        this.page = page;
        this.sheet = sheet;
        this.onSheet = onSheet;
    }

    /** The page's size in CSS: the sign's own, or the sheet's. */
    String page(boolean onSheets) {
        return onSheets ? sheet : page;
    }

    /** How many stand on a sheet. */
    int onSheet() {
        return onSheet;
    }

    static Optional<SignSize> find(String name) {
        return switch (name) {
            case "A5", "a5" -> Optional.of(A5);
            case "A6", "a6" -> Optional.of(A6);
            default -> Optional.empty();
        };
    }
}
