package dev.millrace.definition.template;

import dev.millrace.model.document.DocumentReader;
import dev.millrace.model.document.WorkflowDocument;
import dev.millrace.model.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The workflows that come with the product, to begin one's own with. They run on the sample shop. */
@ApplicationScoped
public class Templates {
    /** Named here, in the order of a gallery: class loaders of packaged applications list no directories. */
    private static final List<String> IDS = List.of(
            "inventory",
            "low-stock-alert",
            "stock-webhook",
            "order-summary",
            "price-check",
            "discount",
            "order-total",
            "order-review");

    private final List<Template> all = IDS.stream().map(Templates::load).toList();

    /** @param document without a key, unless others call it by its key; never enabled */
    public record Template(String id, WorkflowDocument document) {}

    public List<Template> all() {
        return all;
    }

    private static Template load(String id) {
        try (var in = Templates.class.getResourceAsStream("/templates/" + id + ".json")) {
            var read = DocumentReader.read(Json.mapper().readTree(Objects.requireNonNull(in, id)));
            return new Template(
                    id,
                    read.document()
                            .orElseThrow(() -> new IllegalStateException(
                                    "Expected template %s to be a workflow, but %s".formatted(id, read.violations()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
