package org.sanfen.exchange.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two names mean the same thing, however they are written. */
class NameLikenessTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
        深圳圖書館,            深圳图书馆
        中央図書館,            中央圖書館
        仏生山駅,              佛生山驛
        臺北車站 ＡＥＤ,       台北车站AED
        ﾀｶﾏﾂ市役所,           たかまつ市役所
        Rathaus (Foyer),       rathaus foyer
        Théâtre des Variétés,  Theatre des Varietes
        福田区图书馆,          福田区图书馆一楼大厅
        盐田消防站,            Yantian Fire Station
        鹽田消防站,            Yántián Fire Station
        重庆图书馆,            Chongqing Library
        长沙市消防救援站,      Changsha City Fire Rescue Station
        西安 AED,              Xi'an
        旅顺医院,              Lüshun Hospital
        旅顺医院,              Lushun Hospital
        盐田区海山街道社区AED, Haishan Subdistrict AED
        市图书馆,              City Library
        """)
    void acrossScriptsWidthsCasesAndAdditions(String one, String other) {
        assertThat(NameLikeness.alike(NameLikeness.key(one), NameLikeness.key(other)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        消防団第１部屯所,      消防団第２部屯所
        图书馆,                体育馆
        City Hall,             Library
        ハウス,                バウス
        盐田图书馆,            Yantian School
        盐田消防站,            Shekou Fire Station
        盐田消防站3号,         Yantian Fire Station 4
        盐,                    Yan
        盐田,                  Y
        图书馆,                Fire Station
        '---',                 '***'
        """)
    void otherThingsStayApart(String one, String other) {
        assertThat(NameLikeness.alike(NameLikeness.key(one), NameLikeness.key(other)))
                .isFalse();
    }
}
