package dev.millrace.worker.nodes.script;

import java.nio.charset.StandardCharsets;

/** What a script said on its console, up to a bound; how much more it said is counted. Used by one thread. */
final class ScriptLog {
    private final int maxBytes;
    private final StringBuilder text = new StringBuilder();
    private int taken;
    private long omitted;

    ScriptLog(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** How many bytes of the next line are kept. */
    int room() {
        return Math.max(0, maxBytes - taken);
    }

    /**
     * @param prefix what kind of line it is
     * @param line its first bytes
     * @param length of the whole line, in bytes
     */
    void add(String prefix, byte[] line, int length) {
        if (room() > 0) {
            text.append(prefix).append(new String(line, StandardCharsets.UTF_8)).append('\n');
            // One for its end, so that empty lines come to an end too.
            taken += prefix.length() + line.length + 1;
        }
        omitted += length - line.length;
    }

    /** Null when there is nothing. */
    String text() {
        if (omitted > 0) {
            return text + "... " + omitted + " more bytes are left out\n";
        }
        return text.isEmpty() ? null : text.toString();
    }
}
