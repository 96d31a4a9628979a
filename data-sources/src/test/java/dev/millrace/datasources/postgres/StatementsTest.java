package dev.millrace.datasources.postgres;

import static dev.millrace.datasources.TestDatabase.await;
import static dev.millrace.datasources.TestDatabase.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.datasources.Statements.Answer;
import dev.millrace.datasources.Statements.Bounds;
import dev.millrace.model.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementsTest extends StockScripts {
    StatementsTest() {
        super("statements");
    }

    @Test
    void shouldAnswerRowsWithTheirColumnsInOrder() {
        // when
        var answer = run("select sku, qty, price, id from stock order by id desc limit 2");

        // then
        assertThat(answer.fields()).containsExactly("sku", "qty", "price", "id");
        assertThat(Json.text(answer.records()))
                .isEqualTo("[{\"sku\":\"C\",\"qty\":30,\"price\":null,\"id\":3},"
                        + "{\"sku\":\"B\",\"qty\":20,\"price\":2.25,\"id\":2}]");
        assertThat(answer.rowCount()).isEqualTo(2);
    }

    @Test
    void shouldAnswerTheLastRowsOfSeveralStatementsAndCountAll() {
        // when
        var answer = run("update stock set qty = 1 where id < 3; select id from stock where qty = 1 order by 1;"
                + " delete from stock where id = 3");

        // then
        assertThat(answer.records()).isEqualTo(List.of(json("{'id':1}"), json("{'id':2}")));
        assertThat(answer.rowCount()).isEqualTo(5);
        assertThat(run("delete from stock").fields()).isEmpty();
        assertThat(run("insert into stock values (9, 'Z', 1, 1), (8, 'Y', 1, 1) returning id")
                        .rowCount())
                .isEqualTo(2);
        assertThat(answer(" ; -- nothing", Map.of(), BOUNDS, Optional.empty())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "1 ~ syntax_error ~ (line 1, column 1)",
                "select 1;\\nselect nope from stock ~ undefined_column ~ it is statement 2 (line 2, column 8)",
                "select :v,\\n  nope from stock ~ undefined_column ~ (line 2, column 3)",
                "select 'ä€😀', nope ~ undefined_column ~ column 15",
                "select * from nowhere ~ undefined_table ~ nowhere",
                "select jsonb_build_object('a', :v) ~ sql_error ~ parameter :v",
                "insert into stock values (:v, :v) ~ sql_error ~ parameter :v",
                "select * from stock where id = :v ~ invalid_value ~ variable \"v\"",
                "select 1/0 ~ invalid_value ~ division by zero",
                "insert into stock values (1) ~ unique_violation ~ stock_pkey",
                "vacuum ~ sql_error ~ transaction block",
                "select 'open ~ syntax_error ~ unterminated",
            })
    void shouldSayWhatIsWrongAndWhere(String sql, String code, String named) {
        assertFails(sql.replace("\\n", "\n"), "v", "'x'", code, named);
    }

    @Test
    void shouldTakeBackAllStatementsWhenOneFails() {
        // when
        assertFails("update stock set qty = 0; insert into stock values (1)", "v", "1", "unique_violation", "2");

        // then
        assertThat(database.query("select sum(qty) from stock")).containsExactly("60");
        assertThat(run("select 1 as one").records()).isEqualTo(List.of(json("{'one':1}")));
    }

    @Test
    void shouldAnswerRowsOfWhateverHasSome() {
        // when / then
        assertThat(
                        records(
                                "with gone as (delete from stock where id = 3 returning id) select id, 1 as one from gone -- x"))
                .isEqualTo("[{\"id\":3,\"one\":1}]");
        assertThat(records("with recursive n(i) as (values (1) union all select i + 1 from n where i < 3) table n"))
                .isEqualTo("[{\"i\":1},{\"i\":2},{\"i\":3}]");
        assertThat(records("(select 1 as a) union (select 2) order by a")).isEqualTo("[{\"a\":1},{\"a\":2}]");
        assertThat(records("select 1 as a, 2 as a, 'x' as \"A b\"")).isEqualTo("[{\"a\":2,\"A b\":\"x\"}]");
        assertThat(records("select 1 as r, 2 as n, 3 as millrace_rows"))
                .isEqualTo("[{\"r\":1,\"n\":2,\"millrace_rows\":3}]");
        assertThat(records("select id from stock where id = 1 for update")).isEqualTo("[{\"id\":1}]");
        assertThat(records("show server_encoding")).isEqualTo("[{\"server_encoding\":\"UTF8\"}]");
        assertThat(records("explain (costs off) select 1")).isEqualTo("[{\"QUERY PLAN\":\"Result\"}]");
        assertThat(run("select id, sku from stock where false").fields()).containsExactly("id", "sku");
        assertThat(records("select pg_sleep(0)")).isEqualTo("[{\"pg_sleep\":\"\"}]");
    }

    @Test
    void shouldRefuseWhatItCannotReadInsteadOfMakingItNull() {
        // given
        database.sql("create procedure out_of(out at timestamptz) language sql as 'select now()'");

        // when / then
        assertThatThrownBy(() -> run("call out_of(null)")).hasMessageContaining("column \"at\" is of type timestamptz");
    }

    @Test
    void shouldChangeTheStructure() {
        // when
        run("create table made (id int); insert into made values (:v); alter table made add name text", "v", "4");
        var first = run("select * from made");
        run("alter table made drop column name");
        var second = run("select * from made");

        // then
        assertThat(first.fields()).containsExactly("id", "name");
        assertThat(second.records()).isEqualTo(List.of(json("{'id':4}")));
    }

    @Test
    void shouldRefuseMoreRowsOrBytesThanAllowedAndTakeTheWriteBack() {
        // given
        var narrow = new Bounds(Duration.ofSeconds(15), 100, 10_000);

        // when / then
        assertFails("select generate_series(1, 100)", narrow, null);
        assertFails("select generate_series(1, 101)", narrow, "too_many_rows");
        assertFails("select generate_series(1, 1000000000)", narrow, "too_many_rows");
        assertFails("select repeat('x', 9900) as wide", narrow, null);
        assertFails("select repeat('x', 10000) as wide", narrow, "payload_too_large");
        assertFails("select repeat('x', 300000000) as wide", narrow, "payload_too_large");
        assertFails(
                "insert into stock select i, 's' || i, i, 0 from generate_series(10, 200) i returning id",
                narrow,
                "too_many_rows");
        assertThat(database.query("select count(*) from stock")).containsExactly("3");
    }

    @Test
    void shouldEndAStatementInTheDatabaseWhenItsTimeIsOver() {
        // when
        assertFails(
                "update stock set qty = 0; select pg_sleep(600)",
                new Bounds(Duration.ofMillis(300), 10, 1_000),
                "timeout");

        // then
        assertNothingSleeps();
        assertThat(database.query("select sum(qty) from stock")).containsExactly("60");
        assertThat(run("select 1 as one").rows()).hasSize(1);
    }

    @Test
    void shouldEndAStatementInTheDatabaseWhenItIsStopped() {
        // given
        var running = start("select pg_sleep(600)", Map.of(), BOUNDS, Optional.empty());
        Eventually.holds(() -> assertThat(sleeping()).containsExactly("1"));

        // when
        running.stop();

        // then
        assertThatThrownBy(() -> await(running.answer())).hasMessageContaining("called off");
        assertNothingSleeps();
    }

    @Test
    void shouldLeaveNothingOnTheConnection() {
        // given
        run("set search_path to nowhere; set datestyle to 'German'; create temp table left_over (id int);"
                + " select pg_advisory_lock(7)");

        // when
        var answers = new ArrayList<Answer>();
        for (int i = 0; i < 10; i++) {
            answers.add(run("select current_setting('search_path') as path, current_setting('datestyle') as style,"
                    + " to_regclass('pg_temp.left_over') as tmp,"
                    + " (select count(*) from pg_locks where locktype = 'advisory') as locks"));
        }

        // then
        assertThat(answers).allSatisfy(answer -> assertThat(answer.records().get(0))
                .isEqualTo(json("{'path':'\\'$user\\', public','style':'ISO, YMD','tmp':null,'locks':0}"
                        .replace("\\'", "\\\""))));
    }

    private String records(String sql) {
        return Json.text(run(sql).records());
    }

    private void assertNothingSleeps() {
        Eventually.holds(() -> assertThat(sleeping()).containsExactly("0"));
    }

    private List<String> sleeping() {
        return database.query("select count(*) from pg_stat_activity where query like '%pg_sleep%' and state <> 'idle'"
                + " and pid <> pg_backend_pid()");
    }
}
