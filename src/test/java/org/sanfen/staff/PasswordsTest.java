package org.sanfen.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void aGeneratedPasswordHasNoLettersThatLookAlike() {
        assertThat(passwords.generate()).matches("[2-9a-hjkmnp-tv-z]{5}(-[2-9a-hjkmnp-tv-z]{5}){3}");
        assertThat(passwords.generate()).isNotEqualTo(passwords.generate());
    }

    @Test
    void noPasswordFitsAnAccountThatIsNotThere() {
        assertThat(passwords.matches("", Optional.empty())).isFalse();
    }

    @Test
    void aPasswordBeyondWhatBcryptReadsNeverFits() {
        String hash = passwords.hash("");
        assertThat(passwords.matches("x".repeat(73), Optional.of(hash))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "aaaaaaaaaaaaaaaa", "Wang.Li is my name", "消防消防消防消防消防消防消防消防消防消防消防消防消"})
    void aWeakOrUnreadablePasswordIsRefusedInOneSentence(String password) {
        assertThat(passwords.objection(password, "wang.li")).isPresent();
    }

    @Test
    void aFewWordsWillDo() {
        assertThat(passwords.objection("four calm green doors", "wang.li")).isEmpty();
        assertThat(passwords.objection("城中村微型消防站三分钟到场", "wang.li")).isEmpty();
    }
}
