package app.rotina.insight.causes;

import static org.assertj.core.api.Assertions.assertThat;

import app.rotina.insight.causes.Leaves.Leaf;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CuboidTest {

    @Test
    void hasACuboidPerSetOfDimensionsByLayer() {
        List<Cuboid> lattice = Cuboid.lattice(new Shelf(1, .1).leaves(), 3);

        assertThat(lattice.stream().map(Cuboid::layer)).containsExactly(0, 1, 1, 1, 2, 2, 2, 3);
        assertThat(lattice.stream().map(Cuboid::size))
                .containsExactly(1, 4, 9, 12, 4 * 9, 4 * 12, 9 * 12, 4 * 9 * 12);
    }

    @Test
    void putsLeavesOfTheSameValuesIntoOneElement() {
        Leaves leaves = new Shelf(1, .1).leaves();
        Cuboid byChannelAndCategory =
                Cuboid.lattice(leaves, 2).stream()
                        .filter(cuboid -> cuboid.mask() == 0b101)
                        .findFirst()
                        .orElseThrow();

        for (int leaf = 1; leaf < leaves.size(); leaf++) {
            boolean alike =
                    leaves.code(0, leaf) == leaves.code(0, 0)
                            && leaves.code(2, leaf) == leaves.code(2, 0);
            assertThat(byChannelAndCategory.elementOf(leaf) == byChannelAndCategory.elementOf(0))
                    .isEqualTo(alike);
        }
    }

    @Test
    void countsOnlyElementsThatExistWhereValuesAreMany() {
        List<Leaf> rows = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) { // three thousand squared would be nine million
            rows.add(new Leaf(List.of("sku" + i, "customer" + i * 7 % 3_000), 1, 1));
        }

        List<Cuboid> lattice = Cuboid.lattice(Leaves.of(List.of("sku", "customer"), rows), 2);

        assertThat(lattice.getLast().size()).isEqualTo(3_000);
    }
}
