package org.sanfen.sign;

import io.nayuki.qrcodegen.QrCode;

/** A QR code (ISO/IEC 18004) as one path, with its quiet zone of four modules. Pure. */
final class QrDrawing {

    private static final int QUIET = 4;

    private QrDrawing() {}

    static String of(String address) {
        QrCode code = QrCode.encodeText(address, QrCode.Ecc.QUARTILE); // a quarter may be scratched or soiled
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int from = x;
                while (x < code.size && code.getModule(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append("M%d %dh%dv1h-%dz".formatted(from + QUIET, y + QUIET, x - from, x - from));
                }
            }
        }
        int side = code.size + 2 * QUIET;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"code\" viewBox=\"0 0 %d %d\"><title>%s</title>"
                        .formatted(side, side, escaped(address))
                + "<path d=\"M0 0h%dv%dh-%dz\" fill=\"#ffffff\"/>".formatted(side, side, side)
                + "<path d=\"%s\" fill=\"#000000\"/></svg>".formatted(path);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
