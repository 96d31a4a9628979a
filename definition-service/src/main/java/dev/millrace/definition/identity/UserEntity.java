package dev.millrace.definition.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;

/** A local user. */
@Entity
@Table(name = "app_user", schema = "definition")
class UserEntity {
    @Id
    private String id;

    private String username;

    /** bcrypt, with its salt. */
    @Column(name = "password_hash")
    private String passwordHash;

    /** Separated by commas. */
    private String roles;

    @Column(name = "created_at")
    private Instant createdAt;

    protected UserEntity() {}

    UserEntity(Account account, String passwordHash, Instant createdAt) {
        this.id = account.id();
        this.username = account.username();
        this.passwordHash = passwordHash;
        this.roles = String.join(",", account.roles());
        this.createdAt = createdAt;
    }

    String passwordHash() {
        return passwordHash;
    }

    Account account() {
        return new Account(id, username, Set.of(roles.split(",")));
    }
}
