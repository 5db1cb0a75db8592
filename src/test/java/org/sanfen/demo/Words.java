package org.sanfen.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Made-up names of streets, estates and houses, in Chinese and in English, each given once. */
final class Words {

    /** A name in both languages. */
    record Name(String zh, String en) {
        Name with(String zhTail, String enTail) {
            return new Name(zh + zhTail, en + enTail);
        }
    }

    private static final String[][] FIRST = {
        {"碧", "Bi"},
        {"银", "Yin"},
        {"海", "Hai"},
        {"云", "Yun"},
        {"金", "Jin"},
        {"翠", "Cui"},
        {"蓝", "Lan"},
        {"晨", "Chen"},
        {"星", "Xing"},
        {"山", "Shan"},
        {"望", "Wang"},
        {"听", "Ting"},
        {"锦", "Jin"},
        {"丽", "Li"},
        {"嘉", "Jia"},
        {"文", "Wen"},
        {"和", "He"},
        {"安", "An"},
        {"福", "Fu"},
        {"荣", "Rong"},
        {"新", "Xin"},
        {"东", "Dong"},
        {"南", "Nan"},
        {"明", "Ming"}
    };
    private static final String[][] SECOND = {
        {"湾", "wan"},
        {"沙", "sha"},
        {"涛", "tao"},
        {"景", "jing"},
        {"月", "yue"},
        {"桥", "qiao"},
        {"岭", "ling"},
        {"泉", "quan"},
        {"帆", "fan"},
        {"林", "lin"},
        {"棠", "tang"},
        {"榕", "rong"},
        {"港", "gang"},
        {"屿", "yu"},
        {"岸", "an"},
        {"潮", "chao"},
        {"霞", "xia"},
        {"峰", "feng"},
        {"荷", "he"},
        {"松", "song"},
        {"竹", "zhu"},
        {"梅", "mei"},
        {"溪", "xi"},
        {"鸥", "ou"}
    };

    private final Random random;
    private final Set<String> given = new HashSet<>();

    Words(long seed) {
        random = new Random(seed);
    }

    Name street() {
        return next(List.of(
                new Name("路", " Road"), new Name("街", " Street"), new Name("路", " Road"), new Name("道", " Avenue")));
    }

    Name lane() {
        return next(List.of(new Name("巷", " Lane"), new Name("里", " Lane")));
    }

    Name estate() {
        return next(List.of(
                new Name("花园", " Garden"),
                new Name("苑", " Court"),
                new Name("家园", " Homes"),
                new Name("山居", " Hillside"),
                new Name("公寓", " Apartments")));
    }

    Name office() {
        return next(List.of(new Name("大厦", " Tower"), new Name("商务中心", " Business Centre")));
    }

    Name mall() {
        return next(List.of(new Name("广场", " Plaza"), new Name("购物中心", " Mall"), new Name("市场", " Market")));
    }

    Name school() {
        return next(List.of(
                new Name("小学", " Primary School"), new Name("学校", " School"), new Name("中学", " Middle School")));
    }

    Name hotel() {
        return next(List.of(new Name("酒店", " Hotel"), new Name("度假酒店", " Resort Hotel")));
    }

    Name works() {
        return next(List.of(new Name("物流园", " Logistics Park"), new Name("工业园", " Industrial Park")));
    }

    Name park() {
        return next(List.of(new Name("公园", " Park"), new Name("社区公园", " Community Park")));
    }

    private Name next(List<Name> tails) {
        while (true) {
            String[] first = FIRST[random.nextInt(FIRST.length)];
            String[] second = SECOND[random.nextInt(SECOND.length)];
            Name tail = tails.get(random.nextInt(tails.size()));
            Name name = new Name(first[0] + second[0] + tail.zh(), first[1] + second[1] + tail.en());
            if (!first[0].equals(second[0]) && given.add(name.zh())) {
                return name;
            }
        }
    }
}
