package dev.millrace.standalone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Installs the template "inventory" as the example workflow, once: whoever deletes it does not get it back at the next start. */
record InventoryExample(Api api, Path data) {
    static final String KEY = "inventory";

    private static final int CREATED = 201;
    private static final int EXISTS = 409;

    void install() throws IOException, InterruptedException {
        var installed = data.resolve("example-installed");
        if (Files.exists(installed)) {
            return;
        }
        try (var in = InventoryExample.class.getResourceAsStream("/templates/inventory.json")) {
            var document = (ObjectNode) Json.mapper().readTree(in);
            var answer = api.post("/api/workflows", document.put("key", KEY).put("enabled", true));
            // A start that was cut off between the two steps has installed it already.
            if (answer.status() != CREATED && answer.status() != EXISTS) {
                throw new IllegalStateException("Expected to install the inventory example, but " + answer.body());
            }
        }
        Files.createFile(installed);
    }
}
