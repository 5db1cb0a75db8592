package org.sanfen.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sanfen.testing.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** coverage.md section 7: every write takes the place's next number inside its transaction. */
@DatabaseTest
class ChangeNumbersIT {

    @Autowired
    ChangeNumbers numbers;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient database;

    @Test
    void aRolledBackWriteLeavesNoHoleAndStampsNothing() {
        database.sql("INSERT INTO place (id, name, zone) VALUES ('town', 'Town', 'UTC')")
                .update();

        Long first = transactions.execute(write -> numbers.next("town", ChangeNumbers.Part.POINTS));
        transactions.executeWithoutResult(write -> {
            numbers.next("town", ChangeNumbers.Part.STREETS);
            write.setRollbackOnly();
        });
        Long second = transactions.execute(write -> numbers.next("town", ChangeNumbers.Part.POINTS));

        assertThat(first).isEqualTo(1);
        assertThat(second).isEqualTo(2);
        assertThat(numbers.current("town"))
                .containsEntry(ChangeNumbers.Part.POINTS, 2L)
                .containsEntry(ChangeNumbers.Part.STREETS, 0L);
    }
}
