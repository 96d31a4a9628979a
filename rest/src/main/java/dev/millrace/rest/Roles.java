package dev.millrace.rest;

/** Who may do what: designers draw, operators switch and steer, members use; an admin does everything. */
public final class Roles {
    public static final String ADMIN = "admin";
    public static final String DESIGNER = "designer";
    public static final String OPERATOR = "operator";
    public static final String MEMBER = "member";

    private Roles() {}
}
