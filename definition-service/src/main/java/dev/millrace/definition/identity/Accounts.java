package dev.millrace.definition.identity;

import dev.millrace.definition.storage.Transactions;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** The local users. */
@ApplicationScoped
class Accounts {
    /** bcrypt reads no further, so a longer password would be weaker than it looks. */
    private static final int MOST_BYTES = 72;

    private final Transactions transactions;

    /** Of no password: an unknown user takes as long to refuse as a wrong password. */
    private final String nobody = BcryptUtil.bcryptHash("nobody");

    Accounts(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The account, when the password is its password. */
    Optional<Account> verify(String username, String password) {
        Optional<UserEntity> user = find(username);
        boolean fits = password.length() <= MOST_BYTES
                && BcryptUtil.matches(
                        password, user.map(UserEntity::passwordHash).orElse(nobody));
        return user.filter(one -> fits).map(UserEntity::account);
    }

    boolean isEmpty() {
        return transactions.call(session -> session.createQuery("select count(u) from UserEntity u", Long.class)
                        .getSingleResult())
                == 0;
    }

    void add(Account account, String password) {
        var user = new UserEntity(account, BcryptUtil.bcryptHash(password), Instant.now());
        transactions.call(session -> session.persist(user));
    }

    private Optional<UserEntity> find(String username) {
        return transactions.call(
                session -> session.createQuery("from UserEntity u where u.username = :username", UserEntity.class)
                        .setParameter("username", username)
                        .getSingleResultOrNull()
                        .map(Optional::ofNullable));
    }
}
