package dev.millrace.model.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** UUIDv7 (RFC 9562): ordered by time, so that executions can be partitioned by their id. */
public final class ExecutionIds {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private ExecutionIds() {}

    public static String random(Instant at, RandomGenerator random) {
        return uuid(at.toEpochMilli(), random.nextLong(), random.nextLong());
    }

    /** The same id for the same event, so that an event that comes twice lands on the same partition and is refused. */
    public static String derived(Instant at, String eventKey) {
        byte[] hash = sha256(eventKey);
        return uuid(at.toEpochMilli(), longAt(hash, 0), longAt(hash, Long.BYTES));
    }

    private static String uuid(long millis, long high, long low) {
        long most = (millis << 16) | VERSION_7 | (high & 0x0FFF);
        long least = VARIANT | (low & 0x3FFF_FFFF_FFFF_FFFFL);
        return new UUID(most, least).toString();
    }

    private static long longAt(byte[] bytes, int offset) {
        long value = 0;
        for (int i = offset; i < offset + Long.BYTES; i++) {
            value = (value << Byte.SIZE) | (bytes[i] & 0xFF);
        }
        return value;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected every JDK to know SHA-256, but this one does not", e);
        }
    }
}
