/** Texte du modèle, dans la notation des modèles. */
export const TEXTE_DELIBERATION_AVIS = `
#- Séance
L'an {{annee(seance.date)}}, le {{seance.date}}, le conseil municipal de {{commune.nom}} ({{commune.departement}}), convoqué le {{seance.convocation}}, s'est réuni sous la présidence de {{commune.maire}}.

- Conseillers en exercice : {{seance.exercice}}
- Présents : {{seance.presents}}
- Pouvoirs : {{seance.pouvoirs}}
- Secrétaire de séance : {{seance.secretaire}}

#- Visas et considérants
> Vu le code général des collectivités territoriales, notamment son article L. 5211-39-1 ;
> Vu le rapport relatif aux mutualisations de services et le projet de schéma {{mandat}} de {{epci}}, reçus le {{reception}} ;

Considérant que le conseil municipal dispose d'un délai de trois mois à compter de cette réception pour se prononcer, soit jusqu'au {{limite}} inclus ; qu'à défaut de délibération dans ce délai, son avis est réputé favorable ;

Considérant que, pour la commune, le projet de schéma a les effets suivants :

{{effets}}

Considérant que l'effet prévisionnel est de {{etp|ecart}} équivalent temps plein sur les effectifs de la commune et de {{depenses|ecart}} par an sur ses dépenses de fonctionnement ;

Après en avoir délibéré,

:: clause avis | Avis | SCH-06 | CGCT, art. L. 5211-39-1 | 2026-1
Le conseil municipal émet un avis **{{sens}}** sur le projet de schéma de mutualisation des services {{mandat}} de {{epci}}.
:: fin

:: si renseigne(reserves)
:: clause reserves | {{si(sens = "defavorable", "Motifs", "Réserves")}} | SCH-06 | CGCT, art. L. 5211-39-1 | 2026-1
Cet avis est assorti {{si(sens = "defavorable", "des motifs suivants", "des réserves suivantes")}} :
:: pour r dans reserves
- {{r}} ;
:: fin
:: fin
:: fin

:: clause notification | Notification | SCH-05 | CGCT, art. L. 5211-39-1 | 2026-1
La présente délibération est notifiée au président de {{epci}} avant le terme du délai.
:: fin

:: clause execution | Exécution et recours | INS-07 | CJA, art. R. 421-1 | 2026-1
Le maire est chargé de l'exécution de la présente délibération. Elle peut être déférée au tribunal administratif de {{tribunal.nom}} dans les deux mois de sa publication.
:: fin

#- Vote
:: tableau Résultat du vote
entetes | Pour > | Contre > | Abstentions >
ligne | {{vote.pour}} | {{vote.contre}} | {{vote.abstentions}}
:: fin

:: signatures
signataire | Pour le conseil municipal | {{commune.maire}} | Maire
signataire | Secrétaire de séance | {{seance.secretaire}} | Secrétaire de séance
:: fin
`;
