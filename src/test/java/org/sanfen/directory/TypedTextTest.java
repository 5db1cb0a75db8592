package org.sanfen.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanfen.web.ApiProblem;
import tools.jackson.databind.node.JsonNodeFactory;

class TypedTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Code 1234",
                "the code is 12-34",
                "PIN: 0000#",
                "password 1 2 3",
                "press 4711, that is the code",
                "密码：123456",
                "密码是１２３４",
                "输入8888（密码）",
                "combination 12 34 56",
                "門禁密碼1234#",
                "暗証番号は4711",
                "Code porte 4711",
                "digicode 12A45",
                "kod do drzwi: 1234#",
                "Türcode 1234",
                "код 1234",
            })
    void theCodeOfALockIsRefused(String text) {
        assertThatThrownBy(() -> TypedText.refuseCode("how_to_open", List.of(text)))
                .isInstanceOf(ApiProblem.class)
                .hasMessage("problem.lock_code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lift the flap; the alarm will sound",
                "Ask the porter for the code",
                "Break the glass, then call 119",
                "Room 1203, behind the spinning wheel",
                "打碎玻璃取用，拨打119",
                "请向物业索取密码",
                "Entrance of Barcode Cafe, 3 doors left",
                "Barcode 400123",
                "Postal code 518083",
                "12 Rue Grimaldi, code postal 98000",
                "ul. Długa 5, kod pocztowy 00-950",
                "邮政编码518083",
            })
    void plainDirectionsPass(String text) {
        assertThatCode(() -> TypedText.refuseCode("how_to_open", List.of(text))).doesNotThrowAnyException();
    }

    @Test
    void blankTextIsNone() {
        assertThat(TypedText.line("name", JsonNodeFactory.instance.stringNode("  "), 10))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678901", "two\nlines", "a\u0000b"})
    void longAndInvisibleTextIsRefused(String text) {
        assertThatThrownBy(() -> TypedText.line("name", JsonNodeFactory.instance.stringNode(text), 10))
                .isInstanceOf(ApiProblem.class);
    }
}
