package dev.millrace.datasources.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.datasources.DataSourceException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptReaderTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "select :a ~ select <a>",
                "select :a, :b,:a ~ select <a>, <b>,<a>",
                "select (:a)::int ~ select (<a>)::int",
                "select :a::text ~ select <a>::text",
                "select 1::b ~ select 1::b",
                "select f(a := 1) ~ select f(a := 1)",
                "select ':a', ':a'':a', :a ~ select ':a', ':a'':a', <a>",
                "select E'\\':a', :a ~ select E'\\':a', <a>",
                "select '\\', :a ~ select '\\', <a>",
                "select nameE':a' ~ select nameE':a'",
                "select U&'\\0041:a', B'1', :a ~ select U&'\\0041:a', B'1', <a>",
                "select \":a\", \"a\"\":a\", :a ~ select \":a\", \"a\"\":a\", <a>",
                "select $$:a ; $$, $x$ :a $$ ; $x$, :a ~ select $$:a ; $$, $x$ :a $$ ; $x$, <a>",
                "select a$1$ , :a ~ select a$1$ , <a>",
                "select 1 -- :a ; ~ select 1 -- :a ;",
                "select /* :a ; /* */ ; */ :a ~ select /* :a ; /* */ ; */ <a>",
                "select 'open :a ~ select 'open :a",
                "select /* open :a ~ select /* open :a",
                "select x[1:2] ~ select x[1:2]",
                "select a ? 'b', :a ~ select a ? 'b', <a>",
            })
    void shouldFindVariablesWhereTheyCanBeBound(String sql, String expected) {
        assertThat(read(sql)).containsExactly(expected);
    }

    @Test
    void shouldTakeStatementsApart() {
        assertThat(read(";; select 1; -- nothing\n ; select ';' ;\n insert into x values (1)  "))
                .extracting(String::strip)
                .containsExactly("select 1", "select ';'", "insert into x values (1)");
        assertThat(read("")).isEmpty();
        assertThat(read(" ; /* nothing */ -- nothing")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create rule r as on insert to t do (delete from a; delete from b)",
                "create function f() returns int begin atomic select 1; select case when true then 1 else 2 end; end",
                "create or replace procedure p() begin atomic insert into a values (1); end",
                "create function f() returns int language plpgsql as $$ begin return 1; end $$",
                "do $do$ begin perform 1; commit; end $do$",
            })
    void shouldKeepBodiesTogether(String sql) {
        assertThat(read(sql + "; select 1").get(0)).isEqualTo(sql);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "select :c ~ unbound_variable ~ :c",
                "select 1; select $1 ~ unbound_variable ~ $1",
                "select 1; COMMIT ~ statement_not_allowed ~ COMMIT (line 1, column 11)",
                "/* x */ begin ~ statement_not_allowed ~ begin",
                "deallocate all ~ statement_not_allowed ~ deallocate",
            })
    void shouldRefuseWhatCannotRun(String sql, String code, String named) {
        assertThatThrownBy(() -> read(sql))
                .hasMessageContaining(named)
                .hasMessageMatching("(?s)Expected .+, but .+")
                .extracting(failure -> ((DataSourceException) failure).code())
                .isEqualTo(code);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "select 1 ~ true",
                "/* x */ (select 1) union select 2 ~ true",
                "values (1) ~ true",
                "table x ~ true",
                "select * into x from y ~ false",
                "insert into x select 1 ~ false",
                "insert into x select 1 returning id ~ true",
                "update x set a = (select 1) Returning * ~ true",
                "delete from x where \"returning\" ~ false",
                "with a as (delete from x returning *) select * from a ~ true",
                "with a (n) as (select 1), insert_it as (select 2) insert into x select * from a ~ false",
                "explain select 1 ~ false",
                "show all ~ false",
                "create table x as select 1 ~ false",
            })
    void shouldKnowWhatHasRows(String sql, boolean expected) {
        assertThat(ScriptReader.read(sql, Set.of()).get(0).hasRows()).isEqualTo(expected);
    }

    @Test
    void shouldSayWhereAVariableStands() {
        assertThatThrownBy(() -> read("select 1,\n  :a,\n  :nope")).hasMessageContaining("(line 3, column 3)");
    }

    private static List<String> read(String sql) {
        return ScriptReader.read(sql, Set.of("a", "b")).stream()
                .map(statement -> statement.pieces().stream()
                        .map(piece -> piece.isVariable() ? "<" + piece.text() + ">" : piece.text())
                        .collect(Collectors.joining()))
                .toList();
    }
}
