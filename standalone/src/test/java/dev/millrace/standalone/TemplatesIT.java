package dev.millrace.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.millrace.model.json.Json;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each template is valid without a finding, and does on the sample shop what it says. */
class TemplatesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path data;

    private static StandaloneProcess standalone;
    private static Shop shop;

    @BeforeAll
    static void start() throws Exception {
        standalone = StandaloneProcess.on(data).start();
        shop = new Shop(standalone);
    }

    @AfterAll
    static void stop() throws Exception {
        standalone.close();
    }

    @Test
    void shouldBeValid() throws Exception {
        for (var template : standalone.get("/api/templates").body().path("items")) {
            var validation = standalone
                    .post("/api/workflows/validate", template.path("document"))
                    .body();
            assertThat(validation.path("violations"))
                    .as(template.path("id").asText())
                    .isEmpty();
            assertThat(validation.path("findings"))
                    .as(template.path("id").asText())
                    .isEmpty();
        }
    }

    @Test
    void shouldCheckTheStockOfAnOrder() throws Exception {
        // given: the template instead of the example that was made of it
        standalone.post("/api/workflows/" + current("inventory") + "/disable", Json.object());
        enable(template("inventory"));
        long product = shop.product("TEMPLATE", 1);
        // when
        shop.order(product, 2);
        // then
        await().atMost(PATIENCE).until(() -> shop.orders(product, "new") == 0);
        assertThat(shop.orders(product, "confirmed")).isEqualTo(1);
        assertThat(shop.orders(product, "rejected")).isEqualTo(1);
        assertThat(shop.stock(product)).isZero();
    }

    @Test
    void shouldAlertWhenAProductRunsLow() throws Exception {
        // given
        var alerted = new CompletableFuture<JsonNode>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/stock-alerts", exchange -> {
            alerted.complete(Json.mapper().readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            var document = template("low-stock-alert");
            var address = "http://127.0.0.1:" + server.getAddress().getPort() + "/stock-alerts";
            ((ObjectNode) document.at("/nodes/0/config")).put("url", address);
            enable(document);
            long product = shop.product("LOW", 11);
            // when
            shop.execute("update products set stock = 9 where id = " + product);
            // then
            await().atMost(PATIENCE).until(alerted::isDone);
            assertThat(alerted.join().path("text").asText()).isEqualTo("Only 9 of test left");
            await().atMost(PATIENCE)
                    .until(() -> standalone
                                    .get("/api/executions?status=RESOLVED&text=LOW")
                                    .body()
                                    .path("items")
                                    .size()
                            == 1);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void shouldAnswerWhatIsInStock() throws Exception {
        // given
        var key = enable(template("stock-webhook")).path("key").asText();
        shop.product("ASKED", 7);
        // then
        var found = standalone.post("/webhooks/" + key, Json.object().put("sku", "ASKED"));
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body()).isEqualTo(Json.parse("{\"sku\": \"ASKED\", \"name\": \"test\", \"stock\": 7}"));
        var unknown = standalone.post("/webhooks/" + key, Json.object().put("sku", "NONE"));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body().path("message").asText()).contains("NONE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "order-summary|{'order_id':1}|{'order_id':1,'lines':[{'product':'Mechanical keyboard','quantity':1,'price':89}],'total':89}",
                "price-check|{'sku':'MON-27'}|{'product':'Monitor, 27 inch'}",
                "discount|{'sku':'CAB-02','quantity':50}|{'product':'USB-C cable, 2 m','quantity':50,'percent':10,'price':445.5}",
                "discount|{'sku':'CAB-02','quantity':100}|{'percent':15,'price':841.5}",
                "discount|{'sku':'CAB-02','quantity':1}|{'percent':0,'price':9.9}",
                "order-review|{'order_id':1}|{'decision':'review','total':89}",
                "order-review|{'order_id':2}|{'decision':'pass','total':39.6}"
            })
    void shouldWorkOutAnOutput(String id, String context, String output) throws Exception {
        // given
        enable(template("order-total"));
        var workflow = enable(template(id));
        // when
        var run = Json.object().put("wait", 30_000);
        run.putObject("context").set("data", json(context));
        var execution = standalone
                .post("/api/workflows/" + workflow.path("id").asText() + "/execute", run)
                .body();
        // then
        assertThat(execution.path("status").asText()).as("%s", execution).isEqualTo("RESOLVED");
        var expected = json(output);
        expected.properties()
                .forEach(field -> assertThat(execution.path("output").path(field.getKey()))
                        .as("%s of %s", field.getKey(), execution.path("output"))
                        .isEqualTo(field.getValue()));
    }

    private static JsonNode json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }

    private static JsonNode template(String id) throws Exception {
        for (var template : standalone.get("/api/templates").body().path("items")) {
            if (template.path("id").asText().equals(id)) {
                return template.path("document");
            }
        }
        throw new AssertionError("Expected a template " + id + ", but there is none");
    }

    /** A new workflow of the document, enabled; one with a key of its own is made only once. */
    private static JsonNode enable(JsonNode document) throws Exception {
        var created = standalone.post("/api/workflows", document);
        if (created.status() == 409 && document.hasNonNull("key")) {
            return document;
        }
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        var enabled =
                standalone.post("/api/workflows/" + created.body().path("id").asText() + "/enable", Json.object());
        assertThat(enabled.status()).as("%s", enabled.body()).isEqualTo(200);
        return enabled.body();
    }

    private static String current(String key) throws Exception {
        return standalone
                .get("/api/workflows?current=true&key=" + key)
                .body()
                .at("/items/0/id")
                .asText();
    }
}
