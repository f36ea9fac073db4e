export const InspectionPage = () => null;
