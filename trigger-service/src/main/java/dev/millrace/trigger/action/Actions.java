package dev.millrace.trigger.action;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.Collection;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.DataSources;
import dev.millrace.datasources.DataSources.Located;
import dev.millrace.model.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Writes records for people: in no chain of workflows, so without an origin. */
final class Actions {
    private final DataSources dataSources;

    Actions(DataSources dataSources) {
        this.dataSources = dataSources;
    }

    /** The record that was created, or {@code {count}}. Fails with {@link DataSourceException}. */
    CompletionStage<JsonNode> run(ActionCall call) {
        if (call.triggerWorkflows() != null) {
            return refused(
                    "not_supported",
                    "Expected a call without triggerWorkflows, but it names some: action triggers are not supported");
        }
        return switch (call.action()) {
            case "create" -> located(call, found -> create(found, call.values()));
            case "update" -> located(call, found -> update(found, call));
            case "destroy" -> located(call, found -> destroy(found, call));
            default ->
                refused(
                        "unknown_action",
                        "Expected action create, update or destroy, but it is \"" + call.action() + "\"");
        };
    }

    private CompletionStage<JsonNode> located(ActionCall call, Work work) {
        return dataSources.locate(call.collection()).thenCompose(work::on);
    }

    private static CompletionStage<JsonNode> create(Located found, JsonNode values) {
        return found.dataSource()
                .records()
                .create(found.collection(), values, List.of(), Optional.empty())
                .thenApply(record -> record);
    }

    private static CompletionStage<JsonNode> update(Located found, ActionCall call) {
        return found.dataSource()
                .records()
                .update(found.collection(), filter(found.collection(), call), call.values(), Optional.empty())
                .thenApply(count -> counted(call, count));
    }

    private static CompletionStage<JsonNode> destroy(Located found, ActionCall call) {
        return found.dataSource()
                .records()
                .destroy(found.collection(), filter(found.collection(), call), Optional.empty())
                .thenApply(count -> counted(call, count));
    }

    private static JsonNode filter(Collection collection, ActionCall call) {
        if (call.primaryKey() == null) {
            return call.parsedFilter();
        }
        if (collection.primaryKey().size() != 1) {
            throw new DataSourceException(
                    "no_single_key",
                    "Expected collection \"%s\" to have a primary key of one column, but it has %d; use a filter"
                            .formatted(
                                    collection.name(), collection.primaryKey().size()));
        }
        return Json.object().put(collection.primaryKey().get(0), call.primaryKey());
    }

    private static JsonNode counted(ActionCall call, long count) {
        if (count == 0 && call.primaryKey() != null) {
            throw new DataSourceException(
                    "unknown_record",
                    "Expected a record with primary key \"" + call.primaryKey() + "\", but there is none");
        }
        return Json.object().put("count", count);
    }

    private static CompletionStage<JsonNode> refused(String code, String message) {
        return CompletableFuture.failedStage(new DataSourceException(code, message));
    }

    @FunctionalInterface
    private interface Work {
        CompletionStage<JsonNode> on(Located found);
    }
}
