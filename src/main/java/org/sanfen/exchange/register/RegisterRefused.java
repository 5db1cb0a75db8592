package org.sanfen.exchange.register;

import java.util.List;
import java.util.Locale;
import org.sanfen.exchange.ImportRefused;

/** A file that can't be read as a register. The sentence is in the i18n files too; nothing was changed. */
public final class RegisterRefused extends ImportRefused {

    /** Why a file is refused; {name} is the file, {detail} what was found. */
    public enum Why {
        NO_FILE("There is no file \"{name}\"."),
        DIRECTORY("\"{name}\" is a folder; choose one file in it."),
        EMPTY("\"{name}\" is empty; nothing was changed."),
        UNREADABLE("\"{name}\" can't be read: {detail}; nothing was changed."),
        FORMAT_UNKNOWN(
                "\"{name}\" is no table, GeoJSON, GeoPackage or KML; save it as CSV or XLSX and take it again. Nothing was changed."),
        OSM_EXTRACT(
                "\"{name}\" is an extract of OpenStreetMap, which holds a whole city: whoever runs the server takes it in with ./run import FILE --place ID. Nothing was changed."),
        OLD_EXCEL(
                "\"{name}\" is a workbook of Excel 97–2003; save it as .xlsx and take it again. Nothing was changed."),
        PROTECTED(
                "\"{name}\" is protected by a password or no proper workbook; save it without a password and take it again. Nothing was changed."),
        ARCHIVE("\"{name}\" is an archive; unpack it and take the file inside. Nothing was changed."),
        TOO_LARGE_UNPACKED(
                "\"{name}\" would unpack to far more than a register holds, as files made to do harm do; nothing was changed."),
        DOCTYPE("\"{name}\" defines entities of its own, as files made to do harm do; nothing was changed."),
        CELL_TOO_LARGE(
                "Row {detail} of \"{name}\" has a cell of more than a million characters: probably a quotation mark that is never closed. Nothing was changed."),
        TOO_MANY_ROWS("\"{name}\" has more than {detail} rows; split it. Nothing was changed."),
        TOO_MANY_COLUMNS("\"{name}\" has more than {detail} columns; it is no register. Nothing was changed."),
        BROKEN("\"{name}\" breaks off or is damaged ({detail}); download it again. Nothing was changed."),
        NO_SHEET("\"{name}\" has no sheet or layer \"{detail}\"; nothing was changed."),
        NO_LAYER("\"{name}\" has no layer with points or rows; nothing was changed."),
        NO_ROWS("\"{name}\" holds no rows; nothing was changed."),
        CHARSET("\"{name}\" can't be read as {detail}; choose another encoding. Nothing was changed.");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }

        /** Key of the sentence in the i18n files. */
        public String key() {
            return "import.refused." + name().toLowerCase(Locale.ROOT);
        }

        /** In English, with {name} and {detail}. */
        public String sentence() {
            return sentence;
        }
    }

    private final Why why;
    private final String name;
    private final String detail;

    public RegisterRefused(Why why, String name, String detail, Throwable cause) {
        super(why.sentence().replace("{name}", name).replace("{detail}", detail), cause);
        this.why = why;
        this.name = name;
        this.detail = detail;
    }

    public RegisterRefused(Why why, String name, String detail) {
        this(why, name, detail, null);
    }

    public Why why() {
        return why;
    }

    /** Placeholder names and values in turn, for the sentence in another language. */
    public List<String> values() {
        return List.of("name", name, "detail", detail);
    }
}
