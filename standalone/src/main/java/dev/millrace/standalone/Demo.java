package dev.millrace.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Two orders through plain SQL, one within the stock and one beyond it, and what the workflow made of them. */
final class Demo {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String SKU = "DSK-01";

    private final Api api;
    private final StandaloneSettings settings;

    Demo(Api api, StandaloneSettings settings) {
        this.api = api;
        this.settings = settings;
    }

    /** @return 0 when both orders came out as they must */
    int play() throws IOException, InterruptedException, SQLException {
        try (var shop = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + settings.postgresPort() + "/" + Databases.SHOP,
                Databases.ROLE,
                settings.postgresPassword())) {
            boolean confirmed = order(shop, "An order within the stock", 1, "confirmed", -1);
            boolean rejected = order(shop, "An order beyond the stock", 1_000, "rejected", 0);
            return confirmed && rejected ? 0 : 1;
        }
    }

    private boolean order(Connection shop, String title, int quantity, String expected, int stockChange)
            throws IOException, InterruptedException, SQLException {
        replenish(shop);
        int before = stock(shop);
        long order = insert(shop, quantity);
        Console.show("%n%s: %d of %s, stock %d".formatted(title, quantity, SKU, before));
        Console.show("  insert into orders (…) -> order " + order);
        var execution = awaitExecution(order);
        execution.ifPresentOrElse(Demo::show, () -> Console.show("  no execution has ended in time"));
        var status = status(shop, order);
        int after = stock(shop);
        Console.show("  the order is %s, the stock is %d".formatted(status, after));
        return execution.isPresent() && status.equals(expected) && after == before + stockChange;
    }

    private static void show(JsonNode execution) {
        Console.show("  execution %s: %s"
                .formatted(
                        execution.path("id").asText(), execution.path("status").asText()));
        for (var job : execution.path("jobs")) {
            Console.show("    %-10s %-12s %-9s %s"
                    .formatted(
                            job.path("nodeKey").asText(),
                            job.path("type").asText(),
                            job.path("status").asText(),
                            shortened(job.path("result").toString())));
        }
    }

    private Optional<JsonNode> awaitExecution(long order) throws IOException, InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            var ended = newestExecutionOf(order)
                    .filter(execution -> !execution.path("endedAt").isMissingNode()
                            && !execution.path("endedAt").isNull());
            if (ended.isPresent()) {
                return ended;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return Optional.empty();
    }

    private Optional<JsonNode> newestExecutionOf(long order) throws IOException, InterruptedException {
        var list =
                api.get("/api/executions?workflowKey=" + InventoryExample.KEY).body();
        for (var item : list.path("items")) {
            var execution =
                    api.get("/api/executions/" + item.path("id").asText()).body();
            if (execution.at("/context/data/id").asLong() == order) {
                return Optional.of(execution);
            }
        }
        return Optional.empty();
    }

    /** So that the demo can be played any number of times on the same data. */
    private static void replenish(Connection shop) throws SQLException {
        try (var statement = shop.prepareStatement("update products set stock = 3 where sku = ? and stock = 0")) {
            statement.setString(1, SKU);
            statement.executeUpdate();
        }
    }

    private static long insert(Connection shop, int quantity) throws SQLException {
        try (var statement = shop.prepareStatement("insert into orders (customer_id, product_id, quantity)"
                + " select 1, id, ? from products where sku = ? returning id")) {
            statement.setInt(1, quantity);
            statement.setString(2, SKU);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static int stock(Connection shop) throws SQLException {
        try (var statement = shop.prepareStatement("select stock from products where sku = ?")) {
            statement.setString(1, SKU);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static String status(Connection shop, long order) throws SQLException {
        try (var statement = shop.prepareStatement("select status from orders where id = ?")) {
            statement.setLong(1, order);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static String shortened(String text) {
        int most = 100;
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
