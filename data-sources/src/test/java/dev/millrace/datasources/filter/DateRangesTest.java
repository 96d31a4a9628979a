package dev.millrace.datasources.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.datasources.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRangesTest {
    /** A Wednesday. */
    private final DateRanges ranges =
            new DateRanges(Clock.fixed(Instant.parse("2024-05-15T10:00:00Z"), ZoneId.of("UTC")));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'2024' | 2024-01-01T00:00:00Z | 2025-01-01T00:00:00Z",
                "'2024Q3' | 2024-07-01T00:00:00Z | 2024-10-01T00:00:00Z",
                "'2024W01' | 2024-01-01T00:00:00Z | 2024-01-08T00:00:00Z",
                "'2021W01' | 2021-01-04T00:00:00Z | 2021-01-11T00:00:00Z",
                "'2024w01' | 2023-12-31T00:00:00Z | 2024-01-07T00:00:00Z",
                "'2024-02' | 2024-02-01T00:00:00Z | 2024-03-01T00:00:00Z",
                "'2024-02-29' | 2024-02-29T00:00:00Z | 2024-03-01T00:00:00Z",
                "'2024-02-29T10' | 2024-02-29T10:00:00Z | 2024-02-29T11:00:00Z",
                "'2024-02-29 10:30' | 2024-02-29T10:30:00Z | 2024-02-29T10:31:00Z",
                "'2024-02-29T10:30:15' | 2024-02-29T10:30:15Z | 2024-02-29T10:30:16Z",
                "'2024-02-29T10:30:15.123' | 2024-02-29T10:30:15.123Z | 2024-02-29T10:30:15.124Z",
                "'2024-02-29T10:30:15.123Z' | 2024-02-29T10:30:15.123Z | 2024-02-29T10:30:15.123001Z",
                "'2024-02-29-08:00' | 2024-02-29T08:00:00Z | 2024-03-01T08:00:00Z",
                "'(2024-01,2024-03)' | 2024-02-01T00:00:00Z | 2024-03-01T00:00:00Z",
                "'[2024-01,2024-03]+01:00' | 2023-12-31T23:00:00Z | 2024-03-31T23:00:00Z",
                "['2024-01-01','2024-01-02'] | 2024-01-01T00:00:00Z | 2024-01-03T00:00:00Z",
                "['2024-01-01','2024-01-02','[)','+08:00'] | 2023-12-31T16:00:00Z | 2024-01-01T16:00:00Z",
                "{'type':'today'} | 2024-05-15T00:00:00Z | 2024-05-16T00:00:00Z",
                "{'type':'thisWeek'} | 2024-05-13T00:00:00Z | 2024-05-20T00:00:00Z",
                "{'type':'lastQuarter'} | 2024-01-01T00:00:00Z | 2024-04-01T00:00:00Z",
                "{'type':'last7Days'} | 2024-05-09T00:00:00Z | 2024-05-16T00:00:00Z",
                "{'type':'past','number':3,'unit':'day'} | 2024-05-12T00:00:00Z | 2024-05-15T00:00:00Z",
                "{'type':'next','number':2,'unit':'month'} | 2024-06-01T00:00:00Z | 2024-08-01T00:00:00Z",
                "{'type':'today','timezone':'Asia/Tokyo'} | 2024-05-14T15:00:00Z | 2024-05-15T15:00:00Z",
            },
            quoteCharacter = '`')
    void shouldReadAsRange(String value, Instant start, Instant end) {
        // when
        var range = ranges.read(TestDatabase.json(value)).orElseThrow();

        // then
        assertThat(range.start().instant()).isEqualTo(start);
        assertThat(range.end().instant()).isEqualTo(end);
    }

    @Test
    void shouldKnowWhatIsNoDate() {
        // given
        var values = new String[] {"'soon'", "'2024-02-30'", "12", "['2024']", "{'type':'whenever'}", "'2024Q5'", "''"};

        // when / then
        assertThat(values).allSatisfy(value -> assertThat(ranges.read(TestDatabase.json(value)))
                .isEmpty());
    }
}
