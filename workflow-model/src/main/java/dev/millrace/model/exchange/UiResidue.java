package dev.millrace.model.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.json.Json;
import java.util.List;
import java.util.Set;

/**
 * What NocoBase's screens keep in a config for themselves goes under {@code config.x-ui}: out of the way here, and still there
 * when the workflow goes back.
 */
final class UiResidue {
    private static final String ASIDE = "x-ui";

    private static final List<String> RESIDUE =
            List.of("assignFormSchema", "usingAssignFormSchema", "ccUid", "ccDetail", "approvalUid", "taskCardUid");

    /** Types whose {@code schema} is a screen; elsewhere the word may mean something. */
    private static final Set<String> WITH_SCREEN = Set.of("manual", "approval", "cc");

    private UiResidue() {}

    static void setAside(ObjectNode document) {
        setAside(document.path("config"), document.path("type").asText());
        document.path("nodes")
                .forEach(node -> setAside(node.path("config"), node.path("type").asText()));
    }

    private static void setAside(JsonNode config, String type) {
        if (config instanceof ObjectNode object) {
            RESIDUE.forEach(name -> setAside(object, name));
            if (WITH_SCREEN.contains(type)) {
                setAside(object, "schema");
            }
        }
    }

    private static void setAside(ObjectNode config, String name) {
        if (config.has(name)) {
            JsonNode value = config.remove(name);
            ObjectNode aside = config.path(ASIDE) instanceof ObjectNode there ? there : Json.object();
            aside.set(name, value);
            config.set(ASIDE, aside);
        }
    }
}
