package dev.millrace.expressions.formulajs;

/** Backslash sequences in texts. */
final class Escapes {
    private static final String LETTERS = "nrtbfv";
    private static final String MEANINGS = "\n\r\t\b\f\u000b";

    private Escapes() {}

    /** Appends what the sequence behind the backslash means and returns where it ends. */
    static int read(String source, int position, StringBuilder out) {
        if (position >= source.length()) {
            throw NotNative.SIGNAL;
        }
        char c = source.charAt(position);
        int letter = LETTERS.indexOf(c);
        if (letter >= 0) {
            out.append(MEANINGS.charAt(letter));
        } else if (c == 'u') {
            return hexadecimal(source, position + 1, 4, out);
        } else if (c == 'x') {
            return hexadecimal(source, position + 1, 2, out);
        } else if (c >= '0' && c <= '9' || c == '\n' || c == '\r' || c > 127) {
            throw NotNative.SIGNAL;
        } else {
            out.append(c);
        }
        return position + 1;
    }

    private static int hexadecimal(String source, int start, int digits, StringBuilder out) {
        int end = start + digits;
        boolean valid = end <= source.length() && source.substring(start, end).matches("[0-9a-fA-F]+");
        if (!valid) {
            throw NotNative.SIGNAL;
        }
        out.append((char) Integer.parseInt(source.substring(start, end), 16));
        return end;
    }
}
