package app.rotina.sample;

import java.util.ArrayList;
import java.util.List;

/** A city and its state, and where the shop's customers live (states as in Olist's data set). */
record Place(Word region, Word city, double weight) {
    /** State, its part of all customers in per mille, and its cities, the largest first. */
    private static final String TABLE =
            """
            SP 401 São Paulo/Campinas/Guarulhos/Santos/Ribeirão Preto/Sorocaba
            RJ 143 Rio de Janeiro/Niterói/Duque de Caxias/Petrópolis
            MG 114 Belo Horizonte/Uberlândia/Juiz de Fora/Contagem
            RS 61 Porto Alegre/Caxias do Sul/Pelotas
            PR 47 Curitiba/Londrina/Maringá
            SC 37 Florianópolis/Joinville/Blumenau
            BA 34 Salvador/Feira de Santana
            GO 21 Goiânia/Anápolis
            ES 20 Vitória/Vila Velha
            DF 18 Brasília
            PE 17 Recife/Olinda
            CE 15 Fortaleza
            PA 13 Belém
            MT 9 Cuiabá
            MA 8 São Luís
            PB 6 João Pessoa
            MS 6 Campo Grande
            RN 5 Natal
            SE 5 Aracaju
            AL 5 Maceió
            PI 5 Teresina
            RO 3 Porto Velho
            TO 3 Palmas
            AC 2 Rio Branco
            AM 2 Manaus
            RR 1 Boa Vista
            AP 1 Macapá
            """;

    static Weighted<Place> all() {
        List<Place> places = new ArrayList<>();
        for (String line : TABLE.lines().toList()) {
            String[] parts = line.split(" ", 3);
            String[] cities = parts[2].split("/", -1);
            double ofFirst = Double.parseDouble(parts[1]) / harmonic(cities.length);
            for (int i = 0; i < cities.length; i++) {
                places.add(new Place(Word.of(parts[0]), Word.of(cities[i]), ofFirst / (i + 1)));
            }
        }
        return Weighted.of(places, Place::weight);
    }

    private static double harmonic(int terms) {
        double sum = 0;
        for (int i = 1; i <= terms; i++) {
            sum += 1.0 / i;
        }
        return sum;
    }

    /** What a parcel to there costs the customer, in cents. */
    long freight() {
        return switch (region.toString()) {
            case "SP" -> 1490;
            case "RJ", "MG", "ES", "PR", "SC", "RS" -> 1990;
            case "DF", "GO", "MS", "MT" -> 2490;
            default -> 2990;
        };
    }
}
