package org.sanfen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyPhoneTest {

    @ParameterizedTest
    @CsvSource({
        "13812345678, CN, true",
        "138 1234 5678, CN, true",
        "+86 138-1234-5678, MC, true",
        "0086 138 1234 5678, , true",
        "0755-2535 0119, CN, false",
        "119, CN, false",
        "400 830 1119, CN, false",
        "+377 93 15 30 15, MC, false",
        "+377 6 12 34 56 78, MC, true",
        "06 12 34 56 78, FR, true",
        "01 42 34 56 78, FR, false",
        "0151 23456789, DE, true",
        "+49 30 1234567, DE, false",
        "13812345678, , false",
        "020-1234567 ext 13, CN, false",
    })
    void tellsMobileNumbersByTheCountrysPlan(String phone, String country, boolean mobile) {
        assertThat(DutyPhone.isMobile(phone, country)).isEqualTo(mobile);
    }

    @ParameterizedTest
    @CsvSource({
        "119, true",
        "18, true",
        "95566, true",
        "010-1, false",
        "010-1#222, false",
        "2662-1567, true",
        "+377 93 15 30 15, true",
        "0755-2535 0119 转 801, true",
        "(020) 123, false",
        "call Mr Li, false",
        "1, false",
        "javascript:alert(1), false",
    })
    void tellsNumbersFromOtherText(String phone, boolean number) {
        assertThat(DutyPhone.isWrittenWell(phone)).isEqualTo(number);
    }
}
