package dev.millrace.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class TestInfrastructureTest {
    @Test
    void shouldBringTheBrokerBackWithItsAddressAndItsRecords() throws Exception {
        // given
        var kafka = TestInfrastructure.kafka();
        var settings = Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers());
        try (var admin = Admin.create(settings)) {
            admin.createTopics(List.of(new NewTopic("kept", 2, (short) 1)))
                    .all()
                    .get();
        }
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("kept", "a", new byte[] {1})).get();
        }

        // when
        TestInfrastructure.whileKafkaIsAway(() -> {});

        // then
        assertThat(kafka.records("kept"))
                .extracting(record -> record.key(), record -> record.value()[0])
                .containsExactly(org.assertj.core.groups.Tuple.tuple("a", (byte) 1));
    }

    @Test
    void shouldBringTheDatabaseBackWithItsAddressAndWhatWasCommitted() throws Exception {
        // given
        var postgres = TestInfrastructure.postgres();
        TestInfrastructure.createDatabase("kept");
        try (var connection = postgres.connect("kept");
                var statement = connection.createStatement()) {
            statement.execute("create table t as select 7 as n");
        }

        // when
        TestInfrastructure.whilePostgresIsAway(
                () -> assertThatThrownBy(() -> postgres.connect("kept")).isInstanceOf(SQLException.class));

        // then
        try (var connection = postgres.connect("kept");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select n from t")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(7);
        }
    }

    @Test
    void shouldCreateADatabaseLikeAnother() throws Exception {
        // given
        TestInfrastructure.createDatabase("original");
        try (var connection = TestInfrastructure.postgres().connect("original");
                var statement = connection.createStatement()) {
            statement.execute("create table t ()");
        }

        // when
        TestInfrastructure.createDatabase("copied", "original");

        // then
        try (var connection = TestInfrastructure.postgres().connect("copied");
                var tables = connection.getMetaData().getTables(null, "public", "t", null)) {
            assertThat(tables.next()).isTrue();
        }
    }
}
