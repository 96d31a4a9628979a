package dev.millrace.definition.workflow;

import dev.millrace.rest.ProblemException;
import java.util.regex.Pattern;

/** ETags are the number of the last change of a version. */
final class Precondition {
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");

    private Precondition() {}

    /** The number that the header demands, or null when it demands none. An ETag that is none of ours never matches. */
    static Long expected(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return null;
        }
        var etag = ETAG.matcher(ifMatch.strip());
        return etag.matches() ? Long.parseLong(etag.group(1)) : -1;
    }

    static ProblemException failed() {
        return ProblemException.of(
                412,
                "changed_meanwhile",
                "Expected the version to be as it was read, but somebody has changed it; read it again and repeat the change");
    }
}
