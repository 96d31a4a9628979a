package dev.millrace.datasources.postgres;

import static dev.millrace.datasources.TestDatabase.await;
import static dev.millrace.datasources.TestDatabase.json;
import static dev.millrace.datasources.TestDatabase.origin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.datasources.DataSourceException;
import dev.millrace.datasources.Records.WriteOrigin;
import dev.millrace.datasources.Statements.Answer;
import dev.millrace.datasources.Statements.Bounds;
import dev.millrace.datasources.Statements.Running;
import dev.millrace.datasources.Statements.Script;
import dev.millrace.datasources.TestDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Scripts on a database with some stock in it. */
abstract class StockScripts {
    static final Bounds BOUNDS = new Bounds(Duration.ofSeconds(15), 1_000, 1_000_000);

    private final String name;
    TestDatabase database;

    StockScripts(String name) {
        this.name = name;
    }

    @BeforeEach
    void open() {
        database = TestDatabase.with(
                name,
                "create type mood as enum ('calm', 'cross')",
                "create table stock (id int primary key, sku text unique, qty int check (qty >= 0), price numeric)",
                "insert into stock values (1, 'A', 10, 1.5), (2, 'B', 20, 2.25), (3, 'C', 30, null)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    void assertFails(String sql, String name, String value, String code, String named) {
        assertThatThrownBy(() -> run(sql, name, value))
                .hasMessageStartingWith("Expected ")
                .hasMessageContaining(named)
                .extracting(failure -> ((DataSourceException) failure).code())
                .isEqualTo(code);
    }

    void assertFails(String sql, Bounds bounds, String code) {
        String said = null;
        try {
            answer(sql, Map.of(), bounds, Optional.empty());
        } catch (DataSourceException e) {
            said = e.code();
        }
        assertThat(said).isEqualTo(code);
    }

    Answer run(String sql) {
        return run(sql, Map.of());
    }

    /** @param value JSON in single quotes */
    Answer run(String sql, String name, String value) {
        return run(sql, Map.of(name, json(value)));
    }

    Answer run(String sql, Map<String, JsonNode> variables) {
        return answer(sql, variables, BOUNDS, Optional.empty()).orElseThrow();
    }

    /** With the variable {@code v}. */
    Answer job(String job, String sql, String value) {
        return answer(sql, Map.of("v", json(value)), BOUNDS, origin(job)).orElseThrow();
    }

    Optional<Answer> answer(String sql, Map<String, JsonNode> variables, Bounds bounds, Optional<WriteOrigin> origin) {
        return await(start(sql, variables, bounds, origin).answer());
    }

    Running start(String sql, Map<String, JsonNode> variables, Bounds bounds, Optional<WriteOrigin> origin) {
        return database.source().statements().run(new Script(sql, variables), bounds, origin);
    }
}
