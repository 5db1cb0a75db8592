package org.sanfen.exchange.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "087-861-2503 | JP | 087-861-2503",
                "04-25586088＃51 | TW | 04-25586088#51",
                "2662-1567轉319 | TW | 2662-1567#319",
                "02-26321181分機430 | TW | 02-26321181#430",
                "(07)812-9200 | TW | 07-812-9200",
                "０７５５－２５５５１２３４ | CN | 0755-25551234",
                "+48 18 448 26 43;+48 660 759 974 | PL | +48 18 448 26 43",
                "400-800-1234 | CN | 400-800-1234",
                "4008001234 | CN | 4008001234",
                "119 | CN | 119"
            })
    void writesAnOrganisationsLineAsTheDirectoryDoes(String text, String country, String number) {
        PhoneText phone = PhoneText.read(text, country);
        assertThat(phone.number()).isEqualTo(number);
        assertThat(phone.isUnreadable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"13812345678, CN", "0912-345-678, TW", "090-1234-5678, JP", "+48 660 759 974, PL", "0612345678, FR"})
    void keepsAMobileNumberBack(String text, String country) {
        PhoneText phone = PhoneText.read(text, country);
        assertThat(phone.number()).as("nothing to publish").isNull();
        assertThat(phone.mobile()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "878612503, JP, 0878612503",
        "87-861-2503, JP, 087-861-2503",
        "75525551234, CN, 075525551234",
        "10-62345678, CN, 010-62345678",
        "145678901, FR, 0145678901",
        "1 45 67 89 01, FR, 01 45 67 89 01"
    })
    void putsTheZeroBackThatGotLost(String text, String country, String number) {
        PhoneText phone = PhoneText.read(text, country);
        assertThat(phone.number()).isEqualTo(number);
        assertThat(phone.zeroWasLost()).isTrue();
    }

    @Test
    void leavesATaipeiNumberWithoutAreaCodeAlone() {
        assertThat(PhoneText.read("29182399", "TW").zeroWasLost()).isFalse();
    }

    @Test
    void saysWhenItIsNoNumber() {
        assertThat(PhoneText.read("星期一至星期六", "TW").isUnreadable()).isTrue();
        assertThat(PhoneText.read("09XXXXXXXX", "TW").isUnreadable()).isTrue();
        assertThat(PhoneText.read("010-1", "CN").isUnreadable()).isTrue();
    }
}
