package dev.millrace.worker.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Lists of association paths in configs. */
public final class Paths {
    private Paths() {}

    /** What is not a text is left out. */
    public static List<String> of(JsonNode list) {
        var paths = new ArrayList<String>();
        list.forEach(path -> {
            if (path.isTextual() && !path.textValue().isBlank()) {
                paths.add(path.textValue());
            }
        });
        return paths;
    }
}
