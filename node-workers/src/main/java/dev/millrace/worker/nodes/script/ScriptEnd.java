package dev.millrace.worker.nodes.script;

/** How a script ended. */
sealed interface ScriptEnd {

    /** @param json what the script returned */
    record Returned(String json) implements ScriptEnd {}

    /**
     * The script failed, or was ended.
     *
     * @param errorCode for retry policies
     * @param message the job's result
     */
    record Broken(String errorCode, String message) implements ScriptEnd {

        static Broken thrown(String message) {
            return new Broken("script_error", message);
        }

        static Broken syntax(String message) {
            return new Broken("script_syntax", "SyntaxError: " + message);
        }

        static Broken unsettled() {
            return new Broken("script_unsettled", "Script promise did not settle");
        }

        static Broken memory(long bytes) {
            return new Broken(
                    "script_memory",
                    "Expected the script to need at most " + (bytes >> 20) + " MiB of memory, but it needs more");
        }

        static Broken stack() {
            return new Broken(
                    "script_stack", "Expected the script's calls to end, but they are nested too deep for its stack");
        }

        static Broken crashed(String reason) {
            return new Broken("script_crashed", "Expected the script engine to go on, but it stopped: " + reason);
        }

        static Broken tooLarge(int limit, int length) {
            return new Broken(
                    "payload_too_large",
                    "Expected a result of at most " + limit + " bytes, but it has " + length
                            + "; return less, or raise millrace.limits.payload-bytes");
        }

        static Broken unreadable(String reason) {
            return new Broken(
                    "script_result", "Expected the script's result to be JSON that can be read, but: " + reason);
        }

        static Broken timeout(long millis) {
            return new Broken("script_timeout", "Script execution timed out after " + millis + "ms");
        }

        static Broken deadline() {
            return new Broken(
                    "script_timeout", "Expected the script to end before the step's deadline, but it runs on");
        }

        static Broken stopped() {
            return new Broken("stopped", "Expected to wait for the script, but nobody waits for the step any more");
        }
    }
}
