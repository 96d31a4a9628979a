package dev.millrace.model.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.descriptor.TriggerTypeDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says everything that is wrong with a workflow document, at once. A document without nodes is valid; a disabled one is judged
 * like any other. Thread-safe.
 */
public final class DocumentValidator {
    private final TypeCatalogue catalogue;
    private final List<ConfigCheck> checks;
    private final ConfigSchemas schemas = new ConfigSchemas();

    /** @param checks asked for every config field with a hint, besides the check of collections */
    public DocumentValidator(TypeCatalogue catalogue, CollectionLookup collections, List<ConfigCheck> checks) {
        this.catalogue = catalogue;
        var all = new ArrayList<ConfigCheck>();
        all.add(new CollectionCheck(collections));
        all.add(new FieldNamesCheck());
        all.add(new TemplatesCheck());
        all.addAll(checks);
        this.checks = List.copyOf(all);
    }

    public Validation validate(WorkflowDocument document) {
        var report = new Report();
        var graph = new NodeGraph(document.nodes(), catalogue);
        var configs = new ConfigRules(schemas, checks, report);
        new TriggerRules(document, catalogue, report).check(configs);
        new OptionsRules(document.options(), report).check();
        new StructureRules(graph, report).check();
        new EnvelopeRules(graph, report).check();
        nodeConfigs(graph, configs);
        new VariableRules(graph, contextSchema(document), report).check();
        new VariableTargetRules(graph, report).check();
        return report.validation();
    }

    private JsonNode contextSchema(WorkflowDocument document) {
        return Optional.ofNullable(document.type())
                .flatMap(catalogue::trigger)
                .map(TriggerTypeDescriptor::contextSchema)
                .orElse(null);
    }

    private static void nodeConfigs(NodeGraph graph, ConfigRules configs) {
        for (int i = 0; i < graph.nodes().size(); i++) {
            NodeDocument node = graph.nodes().get(i);
            var at = JsonPointer.compile("/nodes/" + i + "/config");
            graph.descriptor(node).ifPresent(type -> configs.check(type.configSchema(), node.config(), at));
        }
    }
}
