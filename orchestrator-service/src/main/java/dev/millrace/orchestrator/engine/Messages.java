package dev.millrace.orchestrator.engine;

import dev.millrace.model.json.Json;

/** What a workflow has to say to its caller. */
final class Messages {
    /** The messages stand in the header, which every advance writes anew. In characters, of all messages together. */
    private static final int LONGEST = 64 * 1024;

    private static final String TOO_LONG = "messages_too_long";

    private Messages() {}

    /** Keeps a message; an empty one says nothing. */
    static Outcome tell(Draft draft, String message) {
        if (message.isEmpty()) {
            return Outcome.resolved(Json.NODES.textNode(message));
        }
        int said = draft.header().messages().stream().mapToInt(String::length).sum();
        if (said + message.length() > LONGEST) {
            String sentence =
                    "Expected at most %d characters of messages in one execution, but there are more: loop less, or say less"
                            .formatted(LONGEST);
            return Outcome.error(Json.object().put("message", sentence).put("code", TOO_LONG), TOO_LONG);
        }
        draft.message(message);
        return Outcome.resolved(Json.NODES.textNode(message));
    }
}
