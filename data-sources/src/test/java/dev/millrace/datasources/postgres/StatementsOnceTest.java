package dev.millrace.datasources.postgres;

import static dev.millrace.datasources.TestDatabase.await;
import static dev.millrace.datasources.TestDatabase.json;
import static dev.millrace.datasources.TestDatabase.origin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.datasources.Statements.Running;
import dev.millrace.datasources.Statements.Script;
import dev.millrace.model.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatementsOnceTest extends StockScripts {
    StatementsOnceTest() {
        super("statements_once");
    }

    @Test
    void shouldAnswerARepeatWithTheRecordedAnswerAndWriteOnce() {
        // given
        var sql = "update stock set qty = qty - 1 where id = :v returning sku, qty, id";

        // when
        var first = job("e.1", sql, "1");
        var second = job("e.1", sql, "1");

        // then
        assertThat(second).isEqualTo(first);
        assertThat(Json.text(second.records())).isEqualTo("[{\"sku\":\"A\",\"qty\":9,\"id\":1}]");
        assertThat(database.query("select qty from stock where id = 1")).containsExactly("9");
        assertThat(database.query("select stack::text from millrace_ledger.ledger"))
                .containsExactly("[\"parent\", \"own\"]");
    }

    @Test
    void shouldWriteOnceWhenRepeatsRunAtTheSameTime() {
        // given
        var runs = new ArrayList<Running>();

        // when
        for (int i = 0; i < 6; i++) {
            runs.add(start(
                    "update stock set qty = qty - 1 where id = 1; select qty from stock where id = 1",
                    Map.of(),
                    BOUNDS,
                    origin("e.1")));
        }

        // then
        assertThat(runs)
                .allSatisfy(run ->
                        assertThat(await(run.answer()).orElseThrow().rows()).isEqualTo(List.of(json("[9]"))));
        assertThat(database.query("select qty from stock where id = 1")).containsExactly("9");
    }

    @Test
    void shouldRecordNothingOfAJobThatOnlyReadOrFailed() {
        // when
        job("e.1", "select * from stock where id = :v", "1");
        database.sql("update stock set qty = 99 where id = 1");
        var again = job("e.1", "select qty from stock where id = :v", "1");
        assertThatThrownBy(() -> job("e.2", "update stock set qty = 5; select 1/0, :v::text", "1"))
                .hasMessageContaining("division");

        // then
        assertThat(again.rows()).isEqualTo(List.of(json("[99]")));
        assertThat(database.query("select job_id from millrace_ledger.ledger")).isEmpty();
        assertThat(job("e.2", "update stock set qty = 5 where id = :v", "1").rowCount())
                .isEqualTo(1);
    }

    @Test
    void shouldLeadFromItsTransactionToItsChain() {
        // when
        var id = job(
                        "e.1",
                        "update stock set qty = :v; select (pg_current_xact_id()::text::int8 % 4294967296) as tx",
                        "1")
                .rows()
                .get(0)
                .get(0)
                .longValue();

        // then
        assertThat(await(database.source().records().chains(Set.of(id)))).containsEntry(id, List.of("parent", "own"));
    }

    @Test
    void shouldWriteWithoutLedgerWhereItMayNotHaveOne() {
        // given
        database.sql(
                "drop role if exists plain_sql",
                "create role plain_sql login",
                "grant select, update on stock to plain_sql");

        // when
        try (var plain = database.as("plain_sql")) {
            var statements = plain.all().get(0).statements();
            var change = new Script("update stock set qty = qty - 1 where id = 1", Map.of());
            await(statements.run(change, BOUNDS, origin("e.1")).answer());
            await(statements.run(change, BOUNDS, origin("e.1")).answer());

            // then
            assertThat(database.query("select qty from stock where id = 1")).containsExactly("8");
        }
        database.sql("drop owned by plain_sql", "drop role plain_sql");
    }
}
