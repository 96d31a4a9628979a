package dev.millrace.definition;

import static dev.millrace.definition.Client.admin;
import static dev.millrace.definition.Client.create;
import static dev.millrace.definition.Client.created;
import static dev.millrace.definition.Client.document;
import static dev.millrace.definition.Client.get;
import static dev.millrace.definition.Client.patch;
import static dev.millrace.definition.Client.post;
import static dev.millrace.definition.Client.variable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class WorkflowTest {
    @Test
    void shouldAnswerTheWholeVersionWhenCreated() throws Exception {
        // when
        var response = create(document("Notify", true))
                .statusCode(201)
                .header("ETag", notNullValue())
                .body("title", equalTo("Notify"))
                .body("type", equalTo("manual"))
                .body("sync", equalTo(false))
                .body("enabled", equalTo(true))
                .body("current", equalTo(true))
                .body("executed", equalTo(false))
                .body("version", equalTo(1))
                .body("config", equalTo(Map.of()))
                .body("options", equalTo(Map.of()))
                .body("categories", equalTo(List.of()))
                .body("nodes[0].key", equalTo("v"))
                .body("nodes[0].config.value", equalTo("1"))
                .body("findings", hasSize(0))
                .body("versions", hasSize(1));
        // then
        String id = response.extract().path("id");
        var published = Definitions.last(id);
        assertThat(published.enabled()).isTrue();
        assertThat(published.current()).isTrue();
        assertThat(published.key()).isEqualTo(response.extract().<String>path("key"));
        assertThat(published.document().nodes()).hasSize(1);
    }

    @Test
    void shouldMakeTheFirstVersionCurrentEvenIfDisabled() {
        get(created(document("Off", false)))
                .statusCode(200)
                .body("current", equalTo(true))
                .body("enabled", equalTo(false));
    }

    @Test
    void shouldTellEveryViolationWithItsPlace() {
        // given
        var wrong = Map.of(
                "type",
                "no-such-trigger",
                "nodes",
                List.of(Map.of("key", "n", "type", "noSuchNode", "config", Map.of())));
        // then
        create(wrong)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid_document"))
                .body("errors.pointer", hasItems("/type", "/nodes/0/type"));
    }

    @Test
    void shouldRefuseMalformedEmptyAndLargeBodies() {
        admin().body("{\"title\":")
                .post("/api/workflows")
                .then()
                .statusCode(400)
                .body("code", equalTo("malformed_json"));
        admin().body("").post("/api/workflows").then().statusCode(400).body("code", equalTo("malformed_json"));
        create(document("x".repeat(30_000), false)).statusCode(413).body("code", equalTo("body_too_large"));
    }

    @Test
    void shouldKeepAKeyThatIsFreeAndRefuseOneThatIsTaken() {
        // given
        Map<String, Object> keyed = Map.of("key", "orders-in", "title", "a", "type", "manual");
        // then
        create(keyed).statusCode(201).body("key", equalTo("orders-in"));
        create(keyed).statusCode(409).body("code", equalTo("key_taken"));
        create(Map.of("key", "a/b", "type", "manual")).statusCode(422).body("errors[0].pointer", equalTo("/key"));
    }

    @Test
    void shouldPatchOnlyTheFieldsThatAreGiven() throws Exception {
        // given
        String id = created(document("Before", false));
        // when
        patch(id, Map.of("title", "After", "options", Map.of("timeout", 5000), "categories", List.of("sales")))
                .statusCode(200)
                .body("title", equalTo("After"))
                .body("options.timeout", equalTo(5000))
                .body("categories", equalTo(List.of("sales")))
                .body("nodes", hasSize(1));
        // then
        assertThat(Definitions.last(id).document().title()).isEqualTo("After");
        assertThat(Definitions.of(id)).extracting(one -> one.sequence()).isSorted();
    }

    @Test
    void shouldReplaceAllNodesAtOnce() {
        // given
        String id = created(document("Graph", false));
        var nodes = List.of(variable("b", "5", null), variable("c", "6", "b"));
        // then
        admin().body(Map.of("nodes", nodes))
                .put("/api/workflows/" + id + "/graph")
                .then()
                .statusCode(200)
                .body("nodes.key", equalTo(List.of("b", "c")))
                .body("nodes[1].upstreamKey", equalTo("b"));
        admin().body(Map.of("nodes", List.of(variable("b", "5", "nowhere"))))
                .put("/api/workflows/" + id + "/graph")
                .then()
                .statusCode(422);
        get(id).body("nodes", hasSize(2));
    }

    @Test
    void shouldRefuseALostUpdate() {
        // given
        String id = created(document("Shared", false));
        String etag = get(id).extract().header("ETag");
        patch(id, Map.of("title", "theirs")).statusCode(200);
        // then
        admin().header("If-Match", etag)
                .body(Map.of("title", "mine"))
                .patch("/api/workflows/" + id)
                .then()
                .statusCode(412)
                .body("code", equalTo("changed_meanwhile"));
        String fresh = get(id).body("title", equalTo("theirs")).extract().header("ETag");
        admin().header("If-Match", fresh)
                .body(Map.of("title", "mine"))
                .patch("/api/workflows/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void shouldMoveCurrentAndEnabledToTheVersionThatIsEnabled() throws Exception {
        // given
        String first = created(document("Versions", true));
        String second = post(first, "revisions")
                .statusCode(201)
                .body("title", equalTo("Versions"))
                .body("current", equalTo(false))
                .body("enabled", equalTo(false))
                .body("version", equalTo(2))
                .body("versions", hasSize(2))
                .body("nodes[0].key", equalTo("v"))
                .extract()
                .path("id");
        // when
        post(second, "enable").statusCode(200).body("enabled", equalTo(true)).body("current", equalTo(true));
        // then
        get(first).body("enabled", equalTo(false)).body("current", equalTo(false));
        assertThat(Definitions.last(first).enabled()).isFalse();
        assertThat(Definitions.last(first).current()).isFalse();
        assertThat(Definitions.last(second).enabled()).isTrue();
        // when
        post(second, "disable").statusCode(200).body("enabled", equalTo(false)).body("current", equalTo(true));
        // then
        assertThat(Definitions.last(second).enabled()).isFalse();
    }

    @Test
    void shouldDuplicateAsAWorkflowOfItsOwn() {
        // given
        String source = created(document("Original", true));
        String key = get(source).extract().path("key");
        // then
        post(source, "duplicate")
                .statusCode(201)
                .body("title", equalTo("Original copy"))
                .body("key", not(equalTo(key)))
                .body("current", equalTo(true))
                .body("enabled", equalTo(false))
                .body("nodes[0].key", equalTo("v"));
    }

    @Test
    void shouldDeleteAllVersionsWithTheCurrentOneAndOtherwiseOnlyOne() throws Exception {
        // given
        String current = created(document("Doomed", true));
        String second = post(current, "revisions").extract().path("id");
        String third = post(current, "revisions").extract().path("id");
        // when
        admin().delete("/api/workflows/" + third).then().statusCode(204);
        // then
        get(third).statusCode(404).body("code", equalTo("not_found"));
        get(second).statusCode(200);
        // when
        admin().delete("/api/workflows/" + current).then().statusCode(204);
        // then
        get(current).statusCode(404);
        get(second).statusCode(404);
        var farewell = Definitions.last(current);
        assertThat(farewell.deleted()).isTrue();
        assertThat(farewell.enabled()).isFalse();
        assertThat(farewell.document().nodes()).hasSize(1);
        assertThat(Definitions.last(second).deleted()).isTrue();
    }

    @Test
    void shouldDeleteManyAtOnce() {
        // given
        var doomed = IntStream.range(0, 40)
                .mapToObj(number -> created(document("Doomed " + number, true)))
                .toList();
        // when
        var statuses = doomed.parallelStream()
                .map(id -> admin().delete("/api/workflows/" + id).statusCode())
                .toList();
        // then
        assertThat(statuses).containsOnly(204);
    }

    @Test
    void shouldListInPagesWithFilters() {
        // given
        String marker = "page-marker";
        for (int i = 0; i < 5; i++) {
            created(document(marker + " " + i, i == 0));
        }
        // when
        var first = admin().get("/api/workflows?current=true&limit=3&text=PAGE-marker")
                .then()
                .statusCode(200);
        String cursor = first.body("items", hasSize(3))
                .body("items[0].title", equalTo(marker + " 4"))
                .extract()
                .path("nextCursor");
        // then
        admin().get("/api/workflows?current=true&limit=3&text=page-marker&cursor=" + cursor)
                .then()
                .body("items.title", equalTo(List.of(marker + " 1", marker + " 0")))
                .body("nextCursor", equalTo(null));
        admin().get("/api/workflows?enabled=true&type=manual&text=page-marker")
                .then()
                .body("items.title", equalTo(List.of(marker + " 0")));
        admin().get("/api/workflows?type=collection&text=page-marker").then().body("items", hasSize(0));
    }

    @Test
    void shouldCheckCollectionsAgainstTheDataSource() {
        create(Map.of("type", "collection", "config", Map.of("mode", 1, "collection", "shop:posts")))
                .statusCode(201);
        create(Map.of("type", "collection", "config", Map.of("mode", 1, "collection", "no_such_collection")))
                .statusCode(422)
                .body("errors.pointer", hasItem("/config/collection"));
    }

    @Test
    void shouldValidateWithoutSavingAndReportBadSyntaxAsAFinding() {
        // given
        var node = Map.of(
                "key", "c", "type", "calculation", "config", Map.of("engine", "formula.js", "expression", "1 1"));
        // then
        admin().body(Map.of("title", "never saved", "type", "manual", "nodes", List.of(node)))
                .post("/api/workflows/validate")
                .then()
                .statusCode(200)
                .body("violations", hasSize(0))
                .body("findings.pointer", hasItem("/nodes/0/config/expression"));
        admin().body(Map.of("type", 5, "nodes", "none"))
                .post("/api/workflows/validate")
                .then()
                .statusCode(200)
                .body("violations", hasSize(1))
                .body("violations[0].detail", containsString("Expected"));
        admin().get("/api/workflows?text=never saved").then().body("items", hasSize(0));
    }
}
