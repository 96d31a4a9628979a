package dev.millrace.worker.nodes.sql;

import static dev.millrace.worker.data.Posts.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.millrace.datasources.DataSources;
import dev.millrace.model.json.Json;
import dev.millrace.model.status.JobStatus;
import dev.millrace.worker.data.Posts;
import dev.millrace.worker.sdk.Outcome;
import dev.millrace.worker.sdk.Step;
import dev.millrace.worker.sdk.StopSignal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlNodeTest {
    private static final int PAYLOAD = 200_000;

    private static Posts posts;
    private static DataSources sources;
    private static int jobs;

    @BeforeAll
    static void start() throws SQLException {
        posts = new Posts("sql_node", "");
        sources = posts.sources();
    }

    @AfterAll
    static void stop() {
        posts.close();
    }

    @BeforeEach
    void fill() throws SQLException {
        posts.fill(1, 5);
    }

    @Test
    void shouldAnswerRowsThatVariablesFind() {
        // when
        Outcome found = run(
                "select id, title from posts where id > :from and title <> :not order by id",
                "[{'name':'from','value':'3'},{'name':'not','value':'t5'}]");
        Outcome none = run("select * from posts where title = :v", "[{'name':'v','value':'\\u0027 or true --'}]");
        Outcome missing = run("select * from posts where title is not distinct from :v", "[{'name':'v'}]");

        // then
        assertThat(found).isEqualTo(Outcome.resolved(json("[{'id':4,'title':'t4'}]")));
        assertThat(none.result()).isEqualTo(json("[]"));
        assertThat(missing.result()).isEqualTo(json("[]"));
    }

    @Test
    void shouldAnswerAnEmptyListWhereNothingHasRows() {
        assertThat(run("update posts set read = 0", "[]").result()).isEqualTo(json("[]"));
        assertThat(run(" ; ", "[]")).isEqualTo(Outcome.resolved(null));
        assertThat(await(step("{}", Optional.empty(), StopSignal.NEVER))).isEqualTo(Outcome.resolved(null));
    }

    @Test
    void shouldTellMetaData() {
        // when
        Outcome rows =
                await(step("{'sql':'update posts set read = 0 where id < 3 returning id, read as r','withMeta':true}"));
        Outcome none = await(step("{'sql':'delete from posts where id = 1','withMeta':true}"));

        // then
        assertThat(Json.text(rows.result()))
                .isEqualTo("[[{\"id\":1,\"r\":0},{\"id\":2,\"r\":0}],"
                        + "{\"rowCount\":2,\"fields\":[{\"name\":\"id\"},{\"name\":\"r\"}]}]");
        assertThat(Json.text(none.result())).isEqualTo("[[],{\"rowCount\":1,\"fields\":[]}]");
    }

    @Test
    void shouldWriteOnceForARepeatedJob() {
        // given
        var step = step("{'sql':'update posts set read = read + 5 where id = 1 returning read'}");

        // when
        Outcome first = await(step);
        Outcome second = await(step);

        // then
        assertThat(first.result()).isEqualTo(json("[{'read':6}]"));
        assertThat(second).isEqualTo(first);
        assertThat(run("select read from posts where id = 1", "[]").result()).isEqualTo(json("[{'read':6}]"));
    }

    @Test
    void shouldTakeBackEverythingWhenOneStatementFails() {
        // when
        Outcome failed = run("delete from posts; select nope", "[]");

        // then
        assertError(failed, "undefined_column", "it is statement 2 (line 1, column 27)");
        assertThat(run("select count(*)::int as n from posts", "[]").result()).isEqualTo(json("[{'n':5}]"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'sql':'1'} | syntax_error | line 1, column 1",
                "{'sql':'select :v'} | unbound_variable | :v",
                "{'sql':'commit'} | statement_not_allowed | commit",
                "{'sql':'select 1','dataSource':'other'} | unknown_data_source | other",
                "{'sql':'select generate_series(1, 11)'} | too_many_rows | millrace.worker.sql.max-rows",
                "{'sql':'select repeat(chr(120), 200000)'} | payload_too_large | millrace.limits.payload-bytes",
                "{'sql':'update posts set read = -1'} | check_violation | posts_read_check",
            })
    void shouldNameWhatIsWrong(String config, String code, String named) {
        assertError(await(step(config)), code, named);
    }

    @Test
    void shouldUseTheDefaultDataSourceByItsNames() {
        assertThat(await(step("{'sql':'select 1 as a','dataSource':'main'}")).result())
                .isEqualTo(json("[{'a':1}]"));
        assertThat(await(step("{'sql':'select 1 as a','dataSource':''}")).result())
                .isEqualTo(json("[{'a':1}]"));
    }

    @Test
    void shouldAbortAtItsDeadline() {
        // given
        var deadline = Optional.of(Instant.now().plusMillis(500));

        // when
        Outcome late = await(step("{'sql':'delete from posts; select pg_sleep(600)'}", deadline, StopSignal.NEVER));

        // then
        assertThat(late.status()).isEqualTo(JobStatus.ABORTED);
        assertThat(late.errorCode()).isEqualTo("timeout");
        assertThat(run("select count(*)::int as n from posts", "[]").result()).isEqualTo(json("[{'n':5}]"));
    }

    @Test
    void shouldTakeADeadlineHoweverFarOrNearItIs() {
        // when
        Outcome far = await(step(
                "{'sql':'select 1 as a'}", Optional.of(Instant.now().plus(Duration.ofDays(400))), StopSignal.NEVER));
        Outcome past = await(
                step("{'sql':'select pg_sleep(600)'}", Optional.of(Instant.now().minusSeconds(60)), StopSignal.NEVER));

        // then
        assertThat(far.result()).isEqualTo(json("[{'a':1}]"));
        assertThat(past.errorCode()).isEqualTo("timeout");
    }

    @Test
    void shouldAbortAfterTheConfiguredTimeWithoutADeadline() {
        // given
        var hasty = new SqlNode(sources, Duration.ofMillis(300), 10, PAYLOAD);

        // when
        Outcome late = Posts.await(hasty, step("{'sql':'select pg_sleep(600)'}"));

        // then
        assertThat(late.errorCode()).isEqualTo("timeout");
        assertThat(late.result().get("message").textValue()).contains("within 300 ms");
    }

    @Test
    void shouldEndAStatementThatNobodyWaitsForAnyMore() {
        // when
        Outcome stopped = await(step("{'sql':'select pg_sleep(600)'}", Optional.empty(), Runnable::run));

        // then
        assertError(stopped, "stopped", "called off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'sql':5}", "{'variables':[{'value':1}]}", "{'variables':[{'name':'a b'}]}"})
    void shouldDescribeItsConfig(String wrong) {
        // given
        var descriptor = node().descriptor();
        var schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(descriptor.configSchema());

        // when / then
        assertThat(schema.validate(descriptor.example())).isEmpty();
        assertThat(schema.validate(json(wrong))).isNotEmpty();
    }

    private static void assertError(Outcome outcome, String code, String named) {
        assertThat(outcome.errorCode()).isEqualTo(code);
        assertThat(outcome.status()).isEqualTo(JobStatus.ERROR);
        assertThat(outcome.result().get("code").textValue()).isEqualTo(code);
        assertThat(outcome.result().get("message").textValue())
                .startsWith("Expected ")
                .contains(named);
    }

    private static SqlNode node() {
        return new SqlNode(sources, Duration.ofSeconds(20), 10, PAYLOAD);
    }

    private static Outcome run(String sql, String variables) {
        var config = Json.object().put("sql", sql);
        config.set("variables", json(variables));
        return await(step(config, Optional.empty(), StopSignal.NEVER));
    }

    private static Outcome await(Step step) {
        return Posts.await(node(), step);
    }

    private static Step step(String config) {
        return step(config, Optional.empty(), StopSignal.NEVER);
    }

    private static Step step(String config, Optional<Instant> deadline, StopSignal stop) {
        return step(json(config), deadline, stop);
    }

    private static Step step(JsonNode config, Optional<Instant> deadline, StopSignal stop) {
        return new Step("e", "e." + jobs++, "w", "n", 1, config, deadline, List.of("w"), stop);
    }
}
