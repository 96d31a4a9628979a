package dev.millrace.rest;

/** What kind of failure a status is, for people. */
final class Titles {
    private Titles() {}

    static String of(int status) {
        return switch (status) {
            case 400 -> "Bad request";
            case 401 -> "Not signed in";
            case 403 -> "Not allowed";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 406 -> "Not acceptable";
            default -> ofState(status);
        };
    }

    private static String ofState(int status) {
        return switch (status) {
            case 408 -> "Timed out";
            case 409 -> "Conflict";
            case 412 -> "Changed meanwhile";
            case 413 -> "Too large";
            case 415 -> "Unsupported media type";
            case 422 -> "Not valid";
            case 429 -> "Too many attempts";
            default -> ofServer(status);
        };
    }

    private static String ofServer(int status) {
        return switch (status) {
            case 500 -> "Failed";
            case 502 -> "Data source failed";
            case 503 -> "Not available";
            default -> "Error";
        };
    }
}
