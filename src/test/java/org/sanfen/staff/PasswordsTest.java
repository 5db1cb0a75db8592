package org.sanfen.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCrypt;

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

    /** Else bcrypt would refuse it at once, and the time of an answer would tell which logins there are. */
    @Test
    void anUnknownLoginIsComparedWithAHashThatBcryptReads() {
        String nobody = Passwords.NOBODY.substring("{bcrypt}".length());
        assertThat(BCrypt.hashpw("", nobody)).hasSameSizeAs(nobody).startsWith(nobody.substring(0, 29));
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "P@ssw0rd2026!",
                "qwertyuiop12",
                "123456789012",
                "Administrator1",
                "Sanfen-123456",
                "woaini5201314",
                "1qaz2wsx3edc"
            })
    void whatEverybodyTriesFirstIsRefusedForBeingCommon(String password) {
        assertThat(passwords.objection(password, "wang.li")).contains("problem.password_common");
    }

    @ParameterizedTest
    @ValueSource(strings = {"my password is a heron", "testing nine old pumps", "kestrel 1234 harbour"})
    void aCommonWordAmongOthersDoesNoHarm(String password) {
        assertThat(passwords.objection(password, "wang.li")).isEmpty();
    }

    @Test
    void aFewWordsWillDo() {
        assertThat(passwords.objection("four calm green doors", "wang.li")).isEmpty();
        assertThat(passwords.objection("城中村微型消防站三分钟到场", "wang.li")).isEmpty();
    }
}
