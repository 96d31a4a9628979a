package dev.millrace.model.variable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.json.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemVariablesTest {
    /** 2024-12-31 01:30 in Shanghai, still the 30th in UTC; ISO week 1 of 2025. */
    private final AtomicLong ids = new AtomicLong(41);

    private final SystemVariables variables = new SystemVariables(
            Instant.parse("2024-12-30T17:30:00.5Z"), ZoneId.of("Asia/Shanghai"), "i-1", ids::incrementAndGet);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "now|'2024-12-30T17:30:00.500Z'",
                "now.length|24",
                "instanceId|'i-1'",
                "epoch|1605024000",
                "dateRange.today|'2024-12-31+08:00'",
                "dateRange.yesterday|'2024-12-30+08:00'",
                "dateRange.tomorrow|'2025-01-01+08:00'",
                "dateRange.thisWeek|'2025W01+08:00'",
                "dateRange.lastWeek|'2024W52+08:00'",
                "dateRange.thisMonth|'2024-12+08:00'",
                "dateRange.nextMonth|'2025-01+08:00'",
                "dateRange.lastMonth|'2024-11+08:00'",
                "dateRange.thisQuarter|'2024Q4+08:00'",
                "dateRange.nextQuarter|'2025Q1+08:00'",
                "dateRange.lastYear|'2023+08:00'",
                "dateRange.last7Days|['2024-12-25','2025-01-01','[)','+08:00']",
                "dateRange.next30Days|['2025-01-01','2025-01-31','[)','+08:00']",
                "dateRange.last90Days.0|'2024-10-03'"
            })
    void shouldOffer(String name, String expected) {
        assertThat(variables.lookup(VariablePath.parse("$system." + name)))
                .isEqualTo(Json.parse(expected.replace('\'', '"')));
    }

    @Test
    void shouldGiveANewIdAtEveryUse() {
        var path = VariablePath.parse("$system.genSnowflakeId");

        assertThat(variables.lookup(path).longValue()).isEqualTo(42);
        assertThat(variables.lookup(path).longValue()).isEqualTo(43);
    }

    @ParameterizedTest
    @CsvSource({"$system", "$system.today", "$system.dateRange", "$system.dateRange.someday", "$context.now"})
    void shouldMissAnythingElse(String path) {
        assertThat(variables.lookup(VariablePath.parse(path)).isMissingNode()).isTrue();
        assertThat(SystemVariables.knows(VariablePath.parse(path).after(1)) && path.startsWith("$system"))
                .isFalse();
    }

    @Test
    void shouldKnowItsNames() {
        assertThat(SystemVariables.knows(List.of("now"))).isTrue();
        assertThat(SystemVariables.knows(List.of("dateRange", "last7Days"))).isTrue();
    }
}
