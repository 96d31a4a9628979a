package dev.millrace.benchmarks.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WorkflowDocumentTest {
    @Test
    void shouldPlaceEachNodeAfterTheOneBeforeAndABranchBelowIt() throws IOException {
        // when
        var document = WorkflowDocument.webhook("key", true)
                .calculation("first", "1 + 1")
                .node("each", "loop", WorkflowDocument.object().put("target", 3))
                .inBranch("inside", "variable", WorkflowDocument.object().put("value", 1))
                .condition("last", "equal", "{{$jobsMapByNodeKey.first}}", 2);

        // then
        var expected = """
                {"key": "key", "title": "key", "description": "Measured by the bench", "type": "webhook", "sync": true,
                 "enabled": true, "config": {}, "options": {}, "categories": [], "nodes": [
                  {"key": "first", "type": "calculation", "title": "first", "upstreamKey": null, "branchIndex": null,
                   "config": {"engine": "math.js", "expression": "1 + 1"}},
                  {"key": "each", "type": "loop", "title": "each", "upstreamKey": "first", "branchIndex": null,
                   "config": {"target": 3}},
                  {"key": "inside", "type": "variable", "title": "inside", "upstreamKey": "each", "branchIndex": 0,
                   "config": {"value": 1}},
                  {"key": "last", "type": "condition", "title": "last", "upstreamKey": "each", "branchIndex": null,
                   "config": {"rejectOnFalse": false, "engine": "basic", "calculation": {"group": {"type": "and",
                     "calculations": [{"calculator": "equal", "operands": ["{{$jobsMapByNodeKey.first}}", 2]}]}}}}]}""";
        var mapper = new ObjectMapper();
        assertThat(mapper.readTree(document.json().toString())).isEqualTo(mapper.readTree(expected));
    }

    @Test
    void shouldListenToInsertsOnly() {
        // when
        var config = WorkflowDocument.onInsert("key", "shop:rows").json().path("config");

        // then
        assertThat(config.path("collection").textValue()).isEqualTo("shop:rows");
        assertThat(config.path("mode").intValue()).isEqualTo(1);
    }
}
